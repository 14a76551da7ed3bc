using System.CommandLine;
using Slipway.Services.Serving;
using Slipway.Worker;

namespace Slipway.Services.Commands;

/// <summary>Options of <c>slipway worker</c>.</summary>
internal sealed class WorkerArguments
{
    private const int MostDrainSeconds = 86_400;

    public Option<Uri> Service { get; } = new("--service", "--server") { Description = "Address of the service: https, or http on this machine.", HelpName = "url", Required = true };

    public Option<string> TokenFile { get; } = new("--token-file") { Description = "File whose first line is the worker's token; - for standard input.", HelpName = "file", Required = true };

    public Option<int> Slots { get; } = new("--slots") { Description = "Number of builds to run at once. Default: one per core.", HelpName = "number", DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, WorkerOptions.MostSlots) };

    public Option<string?> Work { get; } = new("--work") { Description = "Folder for the files of apps and builds. Default: in the cache folder.", HelpName = "folder" };

    public Option<string?> Name { get; } = new("--name") { Description = "Name of the worker. Default: the name of this machine.", HelpName = "name" };

    public Option<bool> NoSandbox { get; } = new("--no-sandbox") { Description = "Build without a sandbox. Only for apps that you trust entirely." };

    public Option<int> DrainSeconds { get; } = new("--drain-seconds") { Description = "How long running builds may continue after a signal to stop, in seconds.", HelpName = "number", DefaultValueFactory = _ => 60 };

    public Option<bool> WithParent { get; } = new("--with-parent") { Description = "Stop when standard input ends, as after a signal.", Hidden = true };

    public Option<bool> Json { get; } = new("--json") { Description = "Print one line of JSON for each event." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Service, TokenFile, Slots, Work, Name, NoSandbox, DrainSeconds, WithParent, Json })
            command.Options.Add(option);
        Service.CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri.PathAndQuery == "/" ? uri : Refuse(result, $"--service {result.Tokens[0].Value} has something after the host: a service has a host name of its own and no path.")
            : Refuse(result, $"--service {result.Tokens[0].Value} is not of the form https://name.");
        Slots.Validators.Add(result => Between(result, Slots, 1, WorkerOptions.MostSlots));
        DrainSeconds.Validators.Add(result => Between(result, DrainSeconds, 0, MostDrainSeconds));
    }

    public WorkerSettings Settings(ParseResult result) => new(
        result.GetRequiredValue(Service),
        result.GetRequiredValue(TokenFile),
        result.GetValue(Work) is { } folder ? Path.GetFullPath(folder) : Path.Combine(Build.BuildEnvironment.OfThisUser().CacheFolder, "worker"))
    {
        Slots = result.GetValue(Slots),
        Name = result.GetValue(Name) ?? Environment.MachineName,
        Sandbox = !result.GetValue(NoSandbox),
        Drain = TimeSpan.FromSeconds(result.GetValue(DrainSeconds)),
        WithParent = result.GetValue(WithParent),
        Json = result.GetValue(Json),
    };

    private static Uri Refuse(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return new Uri("http://127.0.0.1/");
    }

    private static void Between(System.CommandLine.Parsing.OptionResult result, Option<int> option, int least, int most)
    {
        if (result.Errors.Any() || result.Tokens.Count == 0)
            return;
        if (!int.TryParse(result.Tokens[0].Value, out var value) || value < least || value > most)
            result.AddError($"{option.Name} takes a number from {least} to {most}.");
    }
}
