using System.Globalization;
using Slipway.Bench;

switch (args)
{
    case ["prime-android", var folder, var work]:
        new FolderBuilds(folder, work, Requests.Android(folder, work)).Prime();
        return 0;
    case ["prime-ios", var folder, var work, var identity]:
        new FolderBuilds(folder, work, Requests.Ios(folder, work, identity)).Prime();
        return 0;
    case ["android", var folder, var work, var script, var scriptWork, var rounds]:
        new FolderBuilds(folder, work, Requests.Android(folder, work)).Compare(
            [new Peer("aapt2 + zip + zipalign + apksigner", script, "build", scriptWork)],
            int.Parse(rounds, CultureInfo.InvariantCulture));
        return 0;
    case ["ios", var folder, var work, var identity, var script, var scriptWork, var rounds, .. var signer]:
        var floor = new Peer("zip -r + openssl cms (a floor: signs one file only)", script, "floor", scriptWork);
        new FolderBuilds(folder, work, Requests.Ios(folder, work, identity)).Compare(
            signer is [var path] ? [new Peer("zsign", script, "zsign", scriptWork, path), floor] : [floor],
            int.Parse(rounds, CultureInfo.InvariantCulture));
        return 0;
    case ["worker", var folder, var work, var program, var rounds]:
        await WorkerBuilds.MeasureAsync(folder, work, program, int.Parse(rounds, CultureInfo.InvariantCulture));
        return 0;
    case ["service", var program, var folder, var work, var builds]:
        await new ServiceBuilds(program, folder, work).MeasureAsync(int.Parse(builds, CultureInfo.InvariantCulture));
        return 0;
    case ["dex", var jar, var rounds]:
        DexCompilation.Measure(jar, int.Parse(rounds, CultureInfo.InvariantCulture));
        return 0;
    case ["launch", var folder, var server, var token, var work, var rounds]:
        await new Launches(folder, new Uri(server), File.ReadAllText(token).Trim(), work).MeasureAsync(int.Parse(rounds, CultureInfo.InvariantCulture));
        return 0;
    case ["idle", var program, var scratch, var connections]:
        await IdleConnections.MeasureAsync(program, scratch, int.Parse(connections, CultureInfo.InvariantCulture));
        return 0;
    case ["claims", var scratch, var rounds]:
        await ClaimLatency.MeasureAsync(scratch, int.Parse(rounds, CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine("usage: bench/run   (see there)");
        return 2;
}
