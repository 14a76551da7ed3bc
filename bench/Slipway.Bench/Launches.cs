using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Slipway.Build.Plan;
using Slipway.Cli.Output;
using Slipway.Cli.Remote;
using Slipway.Protocol.Launches;
using Slipway.Testing;

namespace Slipway.Bench;

/// <summary>Builds of a web folder at a service, from the first byte of the launch to the last of the package: the bytes on the wire, and the time. Each build begins a second after the one before.</summary>
/// <param name="folder">The web folder; its files are changed and restored.</param>
/// <param name="server">The service.</param>
/// <param name="token">The caller's token.</param>
/// <param name="work">Our scratch folder.</param>
internal sealed class Launches(string folder, Uri server, string token, string work)
{
    // A person takes longer to change a file; meanwhile the worker starts the process of the next build.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongWay = TimeSpan.FromMilliseconds(150);

    /// <summary>Prints a table.</summary>
    /// <param name="rounds">How many of each to measure.</param>
    public async Task MeasureAsync(int rounds)
    {
        var size = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
        var changing = Path.Combine(folder, "index.html");
        var original = await File.ReadAllTextAsync(changing);
        Console.WriteLine("| launch | bytes up | of all | round trips | median ms | least ms | median ms with reading the app |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var way in new[] { TimeSpan.Zero, LongWay })
        {
            var where = way == TimeSpan.Zero ? "" : $", {way.TotalMilliseconds:0} ms away";
            await using var relay = new CountingTcpRelay(server, way);
            await MeasureAsync("cold" + where, relay, Math.Min(rounds, 3), size, () => Unseen(folder));
            await MeasureAsync("one file changed" + where, relay, rounds, size, () => File.WriteAllText(changing, $"{original}<!-- {Guid.NewGuid()} -->"));
            await MeasureAsync("nothing changed" + where, relay, rounds, size, () => { });
        }

        await File.WriteAllTextAsync(changing, original);
    }

    private async Task MeasureAsync(string name, CountingTcpRelay relay, int rounds, long size, Action change)
    {
        var times = new List<double>();
        var whole = new List<double>();
        var bytes = new List<long>();
        var trips = new List<int>();
        for (var round = -1; round < rounds; round++)
        {
            change();
            await Task.Delay(Pause);
            relay.Reset();
            var start = Stopwatch.GetTimestamp();
            await BuildAsync(relay.Address);
            if (round < 0)
                continue;
            times.Add(TimeProvider.System.GetElapsedTime(relay.Began).TotalMilliseconds);
            whole.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            bytes.Add(relay.Up);
            trips.Add(relay.RoundTrips);
        }

        var up = bytes.Order().ElementAt(bytes.Count / 2);
        var share = (100.0 * up / size).ToString("0.00", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {up} | {share} % | {trips.Max()} | {Median(times):0} | {times.Min():0} | {Median(whole):0} |"));
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private async Task BuildAsync(Uri address)
    {
        var request = new BuildRequest(folder, Path.Combine(work, "dist"), null) { Options = new() { Id = "dev.slipway.bench", Name = "Bench" } };
        var launch = new LaunchRequest { Application = "Bench", Platforms = request.Platforms, Options = request.Options, Channel = "CLI" };
        using var client = ServiceClient.Open(address, token);
        using var news = new BuildProgressPrinter(Terminal.OfProcess(), json: true);
        await new RemoteBuild(client, request, _ => launch, news).RunAsync(CancellationToken.None);
    }

    // Contents that no service has seen.
    private static void Unseen(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            File.AppendAllText(file, $"\n/* {Convert.ToHexString(RandomNumberGenerator.GetBytes(8))} */");
    }
}
