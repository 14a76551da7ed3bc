using Slipway.Bench;

if (args is not [var command, ..])
{
    Console.Error.WriteLine("usage: bench/run   (see there)");
    return 2;
}

switch (command)
{
    case "prime":
        AndroidBuilds.Prime(args[1], args[2]);
        return 0;
    case "android":
        AndroidBuilds.Compare(args[1], args[2], args[3], args[4], int.Parse(args[5]));
        return 0;
    case "dex":
        DexCompilation.Measure(args[1], int.Parse(args[2]));
        return 0;
    default:
        Console.Error.WriteLine($"There is no benchmark '{command}'.");
        return 2;
}
