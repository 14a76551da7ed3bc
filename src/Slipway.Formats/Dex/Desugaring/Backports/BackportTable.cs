using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring.Backports;

/// <summary>
/// Library methods of Java 8 to 17 that Android added late, with the API level that added each. Source of the levels: the class
/// reference at developer.android.com ("Added in API level"), as carried by the type declarations of the npm package
/// @nativescript/types-android 9.1.1. It merges overloads and leaves out functional interfaces, so the levels of Predicate.not,
/// checkIndex of long, the Math methods of a long and an int, and the buffers are copied from similar methods of the same Java
/// release. A level that is too high only costs a helper method; one that is too low would leave a call to a missing method. Methods
/// that level 24 has are omitted, because it is the lowest level that is built for.
/// </summary>
internal sealed class BackportTable
{
    /// <summary>Owner of the methods that only code of backports calls.</summary>
    public const string Internal = "$backport";

    private readonly Dictionary<(string Owner, string Name, string Descriptor), Backport> _entries = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private BackportTable()
    {
        ObjectsBackports.AddTo(this);
        CollectionBackports.AddTo(this);
        MapBackports.AddTo(this);
        OptionalBackports.AddTo(this);
        StringBackports.AddTo(this);
        IntegerBackports.AddTo(this);
        UnsignedLongBackports.AddTo(this);
        MathBackports.AddTo(this);
        StreamBackports.AddTo(this);
        BufferBackports.AddTo(this);
    }

    public static BackportTable Instance { get; } = new();

    /// <summary>Every method in the table.</summary>
    public IEnumerable<KeyValuePair<(string Owner, string Name, string Descriptor), Backport>> Entries => _entries;

    public void Static(int since, string owner, string name, string descriptor, Action<CodeBuilder> body) =>
        Add(owner, name, descriptor, new(since, null, body));

    public void Virtual(int since, string owner, string name, string descriptor, Action<CodeBuilder> body) =>
        Add(owner, name, descriptor, new(since, JvmType.FromName(owner), body));

    /// <summary>Adds an instance method that code may also call through subclasses in the library.</summary>
    public void Virtual(int since, string owner, IEnumerable<string> subclasses, string name, string descriptor, Action<CodeBuilder> body)
    {
        var backport = new Backport(since, JvmType.FromName(owner), body);
        foreach (var named in subclasses.Prepend(owner))
            Add(named, name, descriptor, backport);
    }

    /// <summary>Whether any method of that name is in the table.</summary>
    public bool Knows(string name) => _names.Contains(name);

    public Backport? Find(MemberReference method) => _entries.GetValueOrDefault((method.Owner, method.Name, method.Descriptor));

    private void Add(string owner, string name, string descriptor, Backport backport)
    {
        _entries.Add((owner, name, descriptor), backport);
        _names.Add(name);
    }
}

/// <summary>The replacement for a library method that older devices lack.</summary>
/// <param name="NativeSince">First API level that has the method.</param>
/// <param name="Receiver">Type descriptor of the receiver, the first parameter of the replacement; null for a static method.</param>
/// <param name="Body">Writes the code of a static method with the same parameters, the receiver first.</param>
internal sealed record Backport(int NativeSince, string? Receiver, Action<CodeBuilder> Body);
