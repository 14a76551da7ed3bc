using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;

namespace Slipway.Soak.Tests;

/// <summary>Looks at every build after a soak: it ended once, and its package is there, whole, and no other's.</summary>
internal static class Verdict
{
    private const int AtOnce = 8;

    /// <summary>What is wrong; empty when nothing is.</summary>
    public static async Task<IReadOnlyCollection<string>> OfAsync(Load load, CancellationToken cancellation)
    {
        var wrong = new ConcurrentBag<string>();
        var parked = 0;
        var packages = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        if (load.Launched.Values.Distinct().Count() != load.Launched.Count)
            wrong.Add("two launches gave the same build");
        await Parallel.ForEachAsync(load.Launched, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (launch, token) =>
        {
            var build = await load.DescribeAsync(launch.Value, token);
            if (IsParked(build))
                Interlocked.Increment(ref parked);
            else if (build.GetProperty("status").GetString() != "Finished")
                wrong.Add($"{launch.Value} is {build.GetProperty("status")}: {build.GetProperty("problems")}");
            else
                await CheckAsync(load, launch.Key, build, packages, wrong, token);
        });
        if (parked > Math.Max(1, load.Launched.Count / 50))
            wrong.Add($"{parked} builds lost three workers each");
        return wrong;
    }

    // A kill may hit a last attempt that began after the look before it: then the build ends as it should, without a package.
    private static bool IsParked(JsonElement build) =>
        build.GetProperty("status").GetString() == "Error"
        && build.GetProperty("attempt").GetInt32() == 3
        && build.GetProperty("artifacts").GetArrayLength() == 0
        && build.GetProperty("problems").EnumerateArray().All(p => p.GetProperty("code").GetString() == "SLW-WRK-50001");

    private static async Task CheckAsync(Load load, int number, JsonElement build, ConcurrentDictionary<string, int> packages, ConcurrentBag<string> wrong, CancellationToken cancellation)
    {
        var key = build.GetProperty("key");
        var binaries = build.GetProperty("artifacts").EnumerateArray().Where(a => a.GetProperty("kind").GetString() == "binary").ToList();
        if (binaries.Count != 1 || build.GetProperty("versionCode").GetInt32() != number + 1)
        {
            wrong.Add($"{key} has {binaries.Count} packages and the version {build.GetProperty("versionCode")}");
            return;
        }

        var bytes = await load.DownloadAsync(binaries[0].GetProperty("url").GetString()!, cancellation);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (sha256 != binaries[0].GetProperty("sha256").GetString() || bytes.Length != binaries[0].GetProperty("size").GetInt64())
            wrong.Add($"{key}: the package is torn");
        if (!packages.TryAdd(sha256, number))
            wrong.Add($"{key}: the package is that of launch {packages[sha256]}");
    }
}
