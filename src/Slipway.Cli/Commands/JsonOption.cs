using System.CommandLine;

namespace Slipway.Cli.Commands;

/// <summary>The option that every verb has.</summary>
internal static class JsonOption
{
    public static Option<bool> Create() => new("--json") { Description = "Print one JSON document instead of text." };
}
