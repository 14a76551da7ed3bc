using System.Text.Json;

namespace Slipway.Protocol.Problems;

/// <summary>Problems as JSON: one form for the service, the relay and the command line.</summary>
public static class ProblemJson
{
    /// <summary>Writes a problem as an object.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="problem">The problem.</param>
    public static void Write(Utf8JsonWriter json, Problem problem)
    {
        json.WriteStartObject();
        json.WriteString("code", problem.Code);
        json.WriteString("severity", problem.Severity.ToString());
        json.WriteString("where", problem.Where);
        json.WriteString("message", problem.Message);
        json.WriteString("remedy", problem.Remedy);
        json.WriteString("blame", problem.Blame.ToString());
        json.WriteEndObject();
    }

    /// <summary>Writes problems as the member <c>problems</c> of an object that has begun.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="problems">The problems.</param>
    public static void Write(Utf8JsonWriter json, IEnumerable<Problem> problems)
    {
        json.WriteStartArray("problems");
        foreach (var problem in problems)
            Write(json, problem);
        json.WriteEndArray();
    }
}
