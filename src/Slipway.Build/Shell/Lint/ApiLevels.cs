using Slipway.Build.Shell.Signatures;
using Slipway.Formats.ClassFile;

namespace Slipway.Build.Shell.Lint;

/// <summary>The API levels that introduced types and members of the platform, and those that our own classes require with <c>@RequiresSdk</c>.</summary>
internal sealed class ApiLevels
{
    private const string RequiresSdk = "Ldev/slipway/shell/RequiresSdk;";
    private const string EnumType = "java/lang/Enum";

    private readonly Dictionary<string, JavaClass> _own = [];
    private readonly ApiSurface _platform;

    public ApiLevels(ApiSurface platform, IReadOnlyList<JavaClass> own)
    {
        _platform = platform;
        foreach (var type in own)
            _own[type.Name] = type;
    }

    public bool IsOwn(string type) => _own.ContainsKey(type);

    /// <summary>Returns the level of a type; null when it is neither ours nor in the list.</summary>
    public int? OfType(string name)
    {
        var element = ElementType(name);
        if (element.Length == 0)
            return 1;

        return _own.ContainsKey(element) ? OfOwnType(element) : _platform.Find(element)?.Since;
    }

    /// <summary>Returns the level of a member of an owner, at least the level of its type; null when the list does not contain it.</summary>
    public int? OfMember(MemberReference member)
    {
        if (member.Owner.StartsWith('['))
        {
            return 1; // clone() and the other members of arrays
        }

        return Declaration(member) is { } level && OfType(member.Owner) is { } ofType ? Math.Max(level, ofType) : null;
    }

    /// <summary>Returns the level that one of our classes requires: the highest mark on it and on the classes around it.</summary>
    public int OfOwnType(string name)
    {
        var level = 1;
        for (var at = name.Length; at > 0; at = name.LastIndexOf('$', at - 1))
        {
            if (_own.TryGetValue(name[..at], out var type))
                level = Math.Max(level, Mark(type.Annotations));
        }

        return level;
    }

    public static int Mark(IEnumerable<AnnotationUsage> annotations) =>
        annotations.Where(a => a.Type == RequiresSdk).SelectMany(a => a.Elements).Select(e => e.Value)
            .OfType<ElementValue.Constant>().Select(c => c.Value).OfType<int>().DefaultIfEmpty(1).Max();

    /// <summary>Walks up from the owner to the first type that declares the member.</summary>
    private int? Declaration(MemberReference member)
    {
        var pending = new Stack<string>([member.Owner]);
        var seen = new HashSet<string>();
        int? lowest = null;
        while (pending.TryPop(out var name))
        {
            if (!seen.Add(name))
                continue;

            if (Declared(name, member) is { } level)
            {
                // An override of an older member does not raise the level: the older member can be called on older devices.
                lowest = Math.Min(lowest ?? level, level);
            }

            foreach (var parent in Parents(name))
                pending.Push(parent);
        }

        return lowest;
    }

    private int? Declared(string type, MemberReference member)
    {
        if (_own.TryGetValue(type, out var own))
        {
            var method = own.Methods.Find(m => m.Name == member.Name && m.Descriptor == member.Descriptor);
            return method is not null ? Mark(method.Annotations)
                : own.Fields.Exists(f => f.Name == member.Name && f.Descriptor == member.Descriptor) ? 1 : null;
        }

        return _platform.Find(type) is { } found ? Declared(found, member) : null;
    }

    private static int? Declared(ApiType type, MemberReference member)
    {
        if (type.Kind == ApiTypeKind.Enum && member.Name is "values" or "valueOf")
            return type.Since;

        var match = type.Members.Find(m => m.Name == member.Name && Descriptor(type, m) == member.Descriptor);
        return match is null ? null : Math.Max(match.Since, type.Since);
    }

    private static string Descriptor(ApiType type, ApiMember member) => member.Kind switch
    {
        ApiMemberKind.Field or ApiMemberKind.EnumConstant => member.Type.Descriptor,
        _ => $"({(member.Kind == ApiMemberKind.Constructor && type.IsInner ? $"L{type.Outer};" : "")}{string.Concat(member.Parameters.Select(p => p.Descriptor))}){member.Type.Descriptor}",
    };

    private IEnumerable<string> Parents(string name)
    {
        if (_own.TryGetValue(name, out var own))
            return own.SuperName is null ? own.Interfaces : own.Interfaces.Append(own.SuperName);

        if (_platform.Find(name) is not { } type)
            return [];

        var super = type.Super?.Descriptor[1..^1] ?? (type.Kind == ApiTypeKind.Enum ? EnumType : "java/lang/Object");
        return type.Interfaces.Select(i => i.Descriptor[1..^1]).Append(super);
    }

    /// <summary>Returns the class of an internal name or array descriptor; empty for arrays of primitives.</summary>
    private static string ElementType(string name)
    {
        if (!name.StartsWith('['))
            return name;

        var element = name.TrimStart('[');
        return element.StartsWith('L') ? element[1..^1] : "";
    }
}
