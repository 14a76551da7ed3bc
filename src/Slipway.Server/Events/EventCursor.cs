using System.Globalization;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Events;

/// <summary>The last line of each build that a stream has sent. As the id of an event, it is the numbers of these lines, separated by dots.</summary>
internal sealed class EventCursor
{
    private readonly string[] _builds;
    private readonly long[] _told;

    private EventCursor(string[] builds, long[] told) => (_builds, _told) = (builds, told);

    /// <summary>The builds in the order of the stream.</summary>
    public IReadOnlyList<string> Builds => _builds;

    /// <summary>Returns the cursor at which a stream continues.</summary>
    /// <param name="builds">The builds.</param>
    /// <param name="last">The id of the last event that was received; empty for none.</param>
    /// <exception cref="ProblemException">The id does not belong to this stream.</exception>
    public static EventCursor Parse(IEnumerable<string> builds, string? last = null)
    {
        string[] all = [.. builds];
        if (string.IsNullOrEmpty(last))
            return new EventCursor(all, new long[all.Length]);
        var told = Array.ConvertAll(last.Split('.'), part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : -1);
        return told.Length == all.Length && told.All(seq => seq >= 0)
            ? new EventCursor(all, told)
            : throw new ProblemException(ServiceProblems.Invalid.At("Last-Event-ID", "The id does not belong to an event of these builds."));
    }

    /// <summary>The number of the last line of a build that was sent.</summary>
    public long this[string build]
    {
        get => _told[Array.IndexOf(_builds, build)];
        set => _told[Array.IndexOf(_builds, build)] = value;
    }

    public override string ToString() => string.Join('.', _told);
}
