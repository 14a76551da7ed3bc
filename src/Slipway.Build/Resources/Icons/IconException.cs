namespace Slipway.Build.Resources.Icons;

/// <summary>Says that a picture cannot be used as an icon.</summary>
/// <param name="fault">Why.</param>
/// <param name="reason">What is wrong, in one sentence without a full stop.</param>
/// <param name="where">The file and the setting that names it.</param>
/// <param name="inner">The exception that caused it, if any.</param>
public sealed class IconException(IconFault fault, string reason, string where, Exception? inner = null) : Exception($"{where}: {reason}", inner)
{
    /// <summary>Why.</summary>
    public IconFault Fault { get; } = fault;

    /// <summary>What is wrong.</summary>
    public string Reason { get; } = reason;

    /// <summary>The file and the setting that names it.</summary>
    public string Where { get; } = where;

    /// <summary>Returns the same exception with a note that other pictures cannot be used either.</summary>
    /// <param name="count">Number of the other pictures.</param>
    internal IconException WithOthers(int count) =>
        new(Fault, $"{Reason}; nor can {(count == 1 ? "the other picture" : $"the {count} other pictures")} that the app names", Where, this);
}
