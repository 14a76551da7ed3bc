using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall;

/// <summary>Reads Amazon's ip-ranges.json. Its content opens firewalls, so any deviation from the published format is refused.</summary>
public static partial class IpRangesReader
{
    /// <summary>The largest accepted list; the real one has 2.6 MB.</summary>
    public const int MaxBytes = 32 << 20;

    private const int MaxPrefixes = 200_000;

    /// <summary>Reads a list.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="where">The file or address, for problems.</param>
    /// <exception cref="ProblemException">The content is not such a list.</exception>
    public static PublishedRanges Read(ReadOnlyMemory<byte> content, string where)
    {
        if (content.Length > MaxBytes)
            throw Unreadable(where, $"It is larger than {MaxBytes >> 20} MiB.");
        try
        {
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = 8 });
            var root = document.RootElement;
            var token = Text(root, "syncToken", where);
            if (!long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var syncToken))
                throw Unreadable(where, "syncToken is not a number.");
            var date = Text(root, "createDate", where);
            if (!CreateDate.IsMatch(date))
                throw Unreadable(where, "createDate does not have the form YYYY-MM-DD-hh-mm-ss.");
            var prefixes = new List<PublishedPrefix>();
            Add(prefixes, root, "prefixes", "ip_prefix", isIpv6: false, where);
            Add(prefixes, root, "ipv6_prefixes", "ipv6_prefix", isIpv6: true, where);
            return new PublishedRanges(syncToken, date, prefixes);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new ProblemException(FirewallProblems.RangesUnreadable.At(where, "The list is not JSON of the published form."), e);
        }
    }

    private static void Add(List<PublishedPrefix> prefixes, JsonElement root, string list, string key, bool isIpv6, string where)
    {
        if (!root.TryGetProperty(list, out var entries) || entries.ValueKind != JsonValueKind.Array)
            throw Unreadable(where, $"There is no list {list}.");
        if (entries.GetArrayLength() > MaxPrefixes)
            throw Unreadable(where, $"There are more than {MaxPrefixes} prefixes.");
        foreach (var (index, entry) in entries.EnumerateArray().Index())
        {
            var place = $"{where} {list}[{index}]";
            if (!CidrPrefix.TryParse(Text(entry, key, place), out var prefix) || prefix.IsIpv6 != isIpv6)
                throw Unreadable(place, "The prefix is not one of its family, or it has host bits.");
            prefixes.Add(new PublishedPrefix(prefix, Word(entry, "service", place), Word(entry, "region", place)));
        }
    }

    private static string Word(JsonElement entry, string key, string where) =>
        Text(entry, key, where) is var text && RangeFilter.IsWord(text) ? text : throw Unreadable(where, $"{key} is not a plain word.");

    private static string Text(JsonElement entry, string key, string where) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw Unreadable(where, $"There is no {key}.");

    private static ProblemException Unreadable(string where, string message) => new(FirewallProblems.RangesUnreadable.At(where, message));

    [GeneratedRegex(@"\A[0-9]{4}(-[0-9]{2}){5}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex CreateDate { get; }
}
