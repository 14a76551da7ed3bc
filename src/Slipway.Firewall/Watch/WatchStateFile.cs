using System.Globalization;
using System.Text.Json;
using Slipway.Firewall.Renderers;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Watch;

/// <summary>Stores the state across restarts. The state decides what a firewall lets through, so the file is validated as strictly as the list.</summary>
internal static class WatchStateFile
{
    private const int MaxBytes = 8 << 20;

    public static WatchState? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
                throw new FormatException("too large");
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { MaxDepth = 4 });
            var root = document.RootElement;
            return new WatchState(
                root.GetProperty("syncToken").GetInt64(),
                PrefixSet.Of(root.GetProperty("published").EnumerateArray().Select(Prefix)),
                [.. root.GetProperty("retiring").EnumerateArray()
                    .Select(r => new RetiringPrefix(Prefix(r.GetProperty("prefix")), r.GetProperty("since").GetDateTimeOffset()))])
            {
                InForce = root.TryGetProperty("inForce", out var inForce) ? inForce.GetString() : null,
            };
        }
        catch (Exception e)
            when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(FirewallProblems.StateUnreadable.At(path, "The file is damaged or was not written by this program."), e);
        }
    }

    public static void Write(string path, WatchState state) => WholeFile.Write(path, IndentedJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("syncToken", state.SyncToken);
        json.WriteString("inForce", state.InForce);
        json.Strings("published", state.Published.Prefixes.Select(p => p.ToString()));
        json.WriteStartArray("retiring");
        foreach (var retiring in state.Retiring)
        {
            json.WriteStartObject();
            json.WriteString("prefix", retiring.Prefix.ToString());
            json.WriteString("since", retiring.Since.ToString("O", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }));

    private static CidrPrefix Prefix(JsonElement element) =>
        Firewall.CidrPrefix.TryParse(element.GetString() ?? "", out var prefix) && PublicAddresses.IsPlausible(prefix)
            ? prefix
            : throw new FormatException("no prefix");
}
