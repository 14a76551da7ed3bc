using System.Text.Json;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Client;

/// <summary>Reads the problem documents (RFC 9457) that the service answers with.</summary>
public static class ProblemAnswer
{
    private const int MostBytes = 1 << 20;
    private static readonly Dictionary<string, ProblemKind> Kinds = Catalogue.All.ToDictionary(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>What the answer says is wrong; one problem that names the status when it says nothing.</summary>
    /// <param name="answer">An answer that is no success.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyList<Problem>> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var otherwise = HostingProblems.AnswerMalformed.At(answer.RequestMessage?.RequestUri?.GetLeftPart(UriPartial.Path) ?? "", $"It answers with status {(int)answer.StatusCode} and says no more.");
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return [otherwise];
        try
        {
            await answer.Content.LoadIntoBufferAsync(MostBytes, cancellation);
            using var document = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
            return document.RootElement.TryGetProperty("problems", out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0
                ? [.. list.EnumerateArray().Select(Read)]
                : [otherwise];
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or InvalidOperationException)
        {
            return [otherwise];
        }
    }

    private static Problem Read(JsonElement problem)
    {
        var code = Text(problem, "code");
        // A newer service may have problems that this program has never heard of.
        var kind = Kinds.TryGetValue(code, out var known)
            ? known
            : new ProblemKind(code, "A problem of the service", "", Text(problem, "remedy"), Word(problem, "severity", Severity.Error), Word(problem, "blame", Blame.Network));
        return kind.At(Text(problem, "where"), Text(problem, "message"), Text(problem, "remedy"));
    }

    private static string Text(JsonElement problem, string name) => problem.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static T Word<T>(JsonElement problem, string name, T otherwise)
        where T : struct, Enum => Enum.TryParse<T>(Text(problem, name), out var value) ? value : otherwise;
}
