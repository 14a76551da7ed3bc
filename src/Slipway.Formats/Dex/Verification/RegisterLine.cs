namespace Slipway.Formats.Dex.Verification;

/// <summary>Types of all registers at one position, with the other state that the runtime tracks along a path.</summary>
internal sealed class RegisterLine(int registers)
{
    private readonly RegisterType[] _types = new RegisterType[registers];

    public int Count => _types.Length;

    /// <summary>Whether the constructor of the superclass or of this class has been called; only relevant in constructors.</summary>
    public bool ThisInitialised { get; set; }

    /// <summary>Number of monitors held, tracked to warn of unbalanced ones.</summary>
    public int Monitors { get; set; }

    /// <summary>Version that increases with every write, so that an unchanged line is not joined into a handler twice.</summary>
    public int Version { get; private set; }

    public RegisterType this[int register]
    {
        get => _types[register];
        set
        {
            _types[register] = value;
            Version++;
        }
    }

    public void CopyFrom(RegisterLine other)
    {
        other._types.AsSpan().CopyTo(_types);
        ThisInitialised = other.ThisInitialised;
        Monitors = other.Monitors;
        Version++;
    }

    /// <summary>Joins the state of another path into this one.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Join(RegisterLine other, TypeHierarchy hierarchy)
    {
        var changed = false;
        for (var i = 0; i < _types.Length; i++)
        {
            ref var mine = ref _types[i];
            if (mine.Uses == RegisterUses.None || mine.SameAs(other._types[i]))
                continue;

            var joined = mine.Join(other._types[i], hierarchy);
            if (!joined.SameAs(mine))
            {
                mine = joined;
                changed = true;
            }
        }

        if (ThisInitialised && !other.ThisInitialised)
        {
            ThisInitialised = false;
            changed = true;
        }

        return changed;
    }

    /// <summary>Replaces every alias of an object whose constructor has just been called.</summary>
    public void Replace(RegisterType from, RegisterType to)
    {
        for (var i = 0; i < _types.Length; i++)
        {
            if (_types[i].SameAs(from))
                this[i] = to;
        }
    }

    public bool Holds(RegisterUses use)
    {
        foreach (ref readonly var type in _types.AsSpan())
        {
            if (type.Has(use))
                return true;
        }

        return false;
    }
}
