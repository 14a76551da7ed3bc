using System.CommandLine;
using System.CommandLine.Parsing;
using Slipway.Build;
using Slipway.Build.Plan;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;

namespace Slipway.Cli.Commands;

/// <summary>Arguments and options of <c>slipway build</c>.</summary>
internal sealed class BuildOptions
{
    private const string AllPlatforms = "all";

    public Argument<string> App { get; } = new("app") { Description = "Folder or zip file of the app.", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => "." };

    public Option<string> Platform { get; } = Choice("--platform", "Platform to build for.", [.. Platforms.Names.Select(name => name.ToString().ToLowerInvariant()), AllPlatforms]);

    public Option<string?> Type { get; } = Types();

    public Option<string?> Format { get; } = Formats();

    public Option<string> Out { get; } = new("--out") { Description = "Folder for the package.", HelpName = "folder", DefaultValueFactory = _ => "dist" };

    public Option<string?> Id { get; } = new("--id") { Description = "Application id, such as com.example.notes.", HelpName = "id" };

    public Option<string?> Name { get; } = new("--name") { Description = "Name shown under the icon.", HelpName = "name" };

    public Option<string?> VersionName { get; } = new("--version-name") { Description = "Version that people see, such as 1.4.0.", HelpName = "version" };

    public Option<string?> VersionCode { get; } = new("--version-code") { Description = "Version that devices compare: a whole number.", HelpName = "code" };

    public Option<string[]> Include { get; } = new("--include")
    {
        Description = "Package files that would be left out otherwise, such as certs/*.p12. Repeatable.",
        HelpName = "glob",
        Arity = ArgumentArity.OneOrMore,
    };

    public KeyOptions Key { get; } = new();

    public AppleOptions Apple { get; } = new();

    public Option<string?> InstallUrl { get; } = new("--install-url")
    {
        Description = "https URL of the folder that devices install from. Also writes an install page, a manifest and a QR code for it.",
        HelpName = "url",
    };

    public RemoteOptions Remote { get; } = new();

    public Option<bool> Json { get; } = JsonOption.Create();

    public void AddTo(Command command)
    {
        command.Arguments.Add(App);
        foreach (var option in new Option[] { Platform, Type, Format, Out, Id, Name, VersionName, VersionCode, Include })
            command.Options.Add(option);
        Key.AddTo(command);
        Apple.AddTo(command);
        command.Options.Add(InstallUrl);
        Remote.AddTo(command);
        command.Options.Add(Json);
        command.Validators.Add(result =>
        {
            var platform = Token(result, Platform) ?? "android";
            if (Token(result, Type) is { } type && !PlatformsOf(type).Contains(platform))
                result.AddError($"--type {type} does not fit --platform {platform}.");
            if (Token(result, Format) is { } format && platform != (format == "apk" ? "android" : "ios"))
                result.AddError($"--format {format} does not fit --platform {platform}.");
            var needless = platform switch { "android" => [Apple.Certificate, InstallUrl], "ios" => [Key.Keystore], _ => Array.Empty<Option>() };
            foreach (var option in needless.Where(o => result.GetResult(o) is not null))
                result.AddError($"{option.Name} does not fit --platform {platform}.");
        });
    }

    public BuildRequest Request(ParseResult result) =>
        new(result.GetRequiredValue(App), result.GetRequiredValue(Out), result.GetValue(Type) is { } type ? EnumText.Parse<MobileBuildType>(type) : null)
        {
            Platforms = result.GetRequiredValue(Platform) is var platform && platform == AllPlatforms ? Platforms.Names : [EnumText.Parse<MobilePlatform>(platform)],
            Options = new LaunchOptions
            {
                Id = result.GetValue(Id),
                Name = result.GetValue(Name),
                VersionName = result.GetValue(VersionName),
                VersionCode = result.GetValue(VersionCode),
                Include = result.GetValue(Include) ?? [],
            },
            PrivateFiles = [.. PrivateFiles.Select(result.GetValue).OfType<string>()],
            Keystore = Key.Request(result),
            Apple = Apple.Request(result),
            InstallAddress = result.GetValue(InstallUrl) is { } address ? new Uri(address, UriKind.RelativeOrAbsolute) : null,
        };

    /// <summary>What a service is asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="request">The same for a build here.</param>
    /// <param name="name">Name of the app, which is the application's where none is given.</param>
    public LaunchRequest Launch(ParseResult result, BuildRequest request, string name) => new()
    {
        Application = result.GetValue(Remote.Application) ?? name,
        Environment = result.GetValue(Remote.Environment) ?? LaunchRequest.UsualEnvironment,
        Platforms = request.Platforms,
        Type = result.GetValue(Type),
        Options = request.Options,
        Credentials = Remote.Credentials(result),
        Channel = "CLI",
    };

    /// <summary>Refuses what only a build on this machine takes.</summary>
    /// <exception cref="ProblemException">There is such an option.</exception>
    public void RefuseLocal(ParseResult result)
    {
        Option[] keys = [Key.Keystore, Key.KeystorePasswordFile, Key.KeyAlias, Key.KeyPasswordFile, Apple.Certificate, Apple.CertificatePasswordFile, Apple.Profile, Apple.Chain, Apple.Entitlements];
        var problems = keys.Where(o => result.GetResult(o) is not null).Select(o => NetworkProblems.KeyIsLocal.At(o.Name, "The option names a file of this machine, and the build is made at a service.")).ToList();
        if (result.GetResult(InstallUrl) is not null)
            problems.Add(NetworkProblems.OptionIsLocal.At(InstallUrl.Name, "The service makes the pages for installation."));
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }

    private Option<string?>[] PrivateFiles =>
        [Key.Keystore, Key.KeystorePasswordFile, Key.KeyPasswordFile, Apple.Certificate, Apple.CertificatePasswordFile, Apple.Profile, Apple.Entitlements, Remote.Service.TokenFile];

    // Debug and release are words of both platforms: on iOS they mean development, and distribution as the profile has it.
    private static string[] PlatformsOf(string type) => type is "debug" or "release" ? ["android", "ios", "all"] : ["ios"];

    // As it was written, which may be a value that the option does not take.
    private static string? Token(CommandResult result, Option option) => result.GetResult(option) is { Tokens: [var token, ..] } ? token.Value : null;

    private static Option<string?> Types()
    {
        var option = new Option<string?>("--type")
        {
            Description = "debug or release; for iOS also development, adhoc, inhouse, appstore or simulator. Default: debug, or the type that the profile is for.",
            HelpName = "type",
        };
        option.AcceptOnlyFromAmong("debug", "release", "development", "adhoc", "inhouse", "appstore", "simulator");
        return option;
    }

    private static Option<string?> Formats()
    {
        var option = new Option<string?>("--format") { Description = "Format of the package, one of the platform's." };
        option.AcceptOnlyFromAmong("apk", "ipa");
        return option;
    }

    private static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
