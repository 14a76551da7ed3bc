namespace Slipway.Formats.Dex.Verification;

/// <summary>Searches the superclasses and interfaces of a type for another type; visits each interface once.</summary>
internal sealed class SupertypeSearch(TypeHierarchy hierarchy, string target, int limit)
{
    private HashSet<string>? _interfaces;
    private bool _open;

    public TypeRelation From(string type)
    {
        var name = type;
        for (var depth = 0; name is not null; depth++)
        {
            if (name == target)
                return TypeRelation.Yes;

            if (depth == limit || hierarchy.Find(name) is not { } node)
                return TypeRelation.Unknown;

            if (node.Interfaces.Count > 0 && AmongInterfaces(node))
                return TypeRelation.Yes;

            name = node.Super;
        }

        return _open ? TypeRelation.Unknown : TypeRelation.No;
    }

    private bool AmongInterfaces(TypeNode start)
    {
        var pending = new Stack<TypeNode>([start]);
        _interfaces ??= [];
        while (pending.TryPop(out var node))
        {
            foreach (var name in node.Interfaces.Where(_interfaces.Add))
            {
                if (name == target)
                    return true;

                if (hierarchy.Find(name) is { } next)
                    pending.Push(next);
                else
                    _open = true;
            }
        }

        return false;
    }
}
