using System.Text.Json;
using Slipway.Protocol.Problems;

namespace Slipway.Server;

/// <summary>Writes problems as JSON, in the same form as the command line.</summary>
internal static class ProblemJson
{
    /// <summary>Writes a problem as an object.</summary>
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
}
