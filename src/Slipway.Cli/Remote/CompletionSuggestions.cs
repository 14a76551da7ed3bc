using System.CommandLine;
using Slipway.Cli.Commands;
using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Remote;

/// <summary>
/// Names from the default service, for the completion of a shell. The user waits for them while typing, so names that do not arrive
/// within a short time are left out.
/// </summary>
internal static class CompletionSuggestions
{
    private const int Most = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Returns the ids of the newest builds.</summary>
    public static IEnumerable<string> Builds() =>
        Ask(async (client, limit) => (await client.Builds.ListAsync(new BuildSearch(null, null, null, null, Most), limit)).Results.Select(b => b.Key.ToString()));

    /// <summary>Returns the names of credentials.</summary>
    public static IEnumerable<string> Credentials() =>
        Ask(async (client, limit) => (await client.Credentials.ListAsync(limit)).Select(c => c.Name));

    private static IEnumerable<string> Ask(Func<SlipwayClient, CancellationToken, Task<IEnumerable<string>>> ask)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            using var client = new ServiceOptions().Open(new RootCommand().Parse([]));
            return ask(client, limit.Token).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is ProblemException or OperationCanceledException)
        {
            return [];
        }
    }
}
