namespace Slipway.Formats.Dex.Writing;

/// <summary>Orders superclasses and interfaces before the classes that need them (dex-format, class_defs); otherwise keeps the order.</summary>
internal static class DexClassOrder
{
    public static List<DexClass> Sort(IReadOnlyList<DexClass> classes)
    {
        var byType = new Dictionary<string, DexClass>(classes.Count, StringComparer.Ordinal);
        foreach (var item in classes)
        {
            if (!byType.TryAdd(item.Type, item))
                throw new ArgumentException($"{item.Type} is defined twice.", nameof(classes));
        }

        var sorted = new List<DexClass>(classes.Count);
        var states = new Dictionary<DexClass, bool>(classes.Count);
        var pending = new Stack<DexClass>();
        foreach (var item in classes)
        {
            pending.Push(item);
            while (pending.Count > 0)
                Visit(pending, byType, states, sorted);
        }

        return sorted;
    }

    /// <summary>Emits the class at the top of the stack when its supertypes have been emitted; otherwise pushes those.</summary>
    private static void Visit(Stack<DexClass> pending, Dictionary<string, DexClass> byType, Dictionary<DexClass, bool> states, List<DexClass> sorted)
    {
        var current = pending.Peek();
        if (states.TryGetValue(current, out var done))
        {
            pending.Pop();
            if (done)
                return;
            states[current] = true;
            sorted.Add(current);
            return;
        }

        states.Add(current, false);
        foreach (var name in current.Interfaces.AsEnumerable().Reverse().Append(current.Super))
        {
            if (name is null || !byType.TryGetValue(name, out var super))
                continue;
            if (!states.TryGetValue(super, out var superDone))
                pending.Push(super);
            else if (!superDone)
                throw new MalformedInputException("DEX", "the class inherits from itself", entry: current.Type);
        }
    }
}
