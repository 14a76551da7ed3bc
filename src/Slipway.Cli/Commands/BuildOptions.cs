using System.CommandLine;
using Slipway.Build.Plan;

namespace Slipway.Cli.Commands;

/// <summary>Arguments and options of <c>slipway build</c>.</summary>
internal sealed class BuildOptions
{
    public Argument<string> App { get; } = new("app") { Description = "Folder or zip of the app." };

    public Option<string> Platform { get; } = Choice("--platform", "Platform to build for.", "android");

    public Option<string> Type { get; } = Choice("--type", "debug: signed with a key of yours on this machine; release: signed with --keystore.", "debug", "release");

    public Option<string> Format { get; } = Choice("--format", "Format of the package.", "apk");

    public Option<string> Out { get; } = new("--out") { Description = "Folder for the package.", HelpName = "folder", DefaultValueFactory = _ => "dist" };

    public Option<string?> Id { get; } = new("--id") { Description = "Application id, such as com.example.notes.", HelpName = "id" };

    public Option<string?> Name { get; } = new("--name") { Description = "Name under the icon.", HelpName = "name" };

    public Option<string?> VersionName { get; } = new("--version-name") { Description = "Version that people see, such as 1.4.0.", HelpName = "version" };

    public Option<string?> VersionCode { get; } = new("--version-code") { Description = "Version that devices compare, a whole number.", HelpName = "code" };

    public KeyOptions Key { get; } = new();

    public Option<bool> Json { get; } = JsonOption.Create();

    public void AddTo(Command command)
    {
        command.Arguments.Add(App);
        foreach (var option in new Option[] { Platform, Type, Format, Out, Id, Name, VersionName, VersionCode })
            command.Options.Add(option);
        Key.AddTo(command);
        command.Options.Add(Json);
    }

    public BuildRequest Request(ParseResult result) =>
        new(result.GetRequiredValue(App), result.GetRequiredValue(Out), result.GetRequiredValue(Type) == "release" ? BuildType.Release : BuildType.Debug)
        {
            Id = result.GetValue(Id),
            Name = result.GetValue(Name),
            VersionName = result.GetValue(VersionName),
            VersionCode = result.GetValue(VersionCode),
            Keystore = Key.Request(result),
        };

    private static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
