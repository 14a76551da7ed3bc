namespace Slipway.Cli.Tests.EndToEnd;

/// <summary>A service with a worker, as <c>slipway serve</c> starts it, and a user who has logged in to it.</summary>
public sealed class RunningService : IAsyncLifetime
{
    /// <summary>What phones call it. Nothing that runs here reaches it by that name.</summary>
    public const string PublicAddress = "https://builder.example.com";

    private readonly TemporaryFolder _folder = new();
    private ServiceProcess? _process;

    /// <summary>Its address.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Token of its administrator.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The password of the key in the vault that is named <c>release</c>.</summary>
    internal string PasswordFile => _folder["password"];

    /// <summary>That key as a file.</summary>
    internal string Keystore => _folder["release.p12"];

    /// <summary>Variables that let a process of the program find the service.</summary>
    internal Dictionary<string, string> Environment => new()
    {
        ["XDG_CONFIG_HOME"] = _folder["config"],
        ["SLIPWAY_TOKEN"] = "",
        ["SLIPWAY_SERVER"] = "",
    };

    public async ValueTask InitializeAsync()
    {
        _process = ServiceProcess.Start(["serve", "--urls", "http://127.0.0.1:0", "--data", _folder["data"], "--public-url", PublicAddress]);
        Address = new Uri((await _process.NextAsync("listening")).GetProperty("urls")[0].GetString()!);
        Token = (await _process.NextAsync("token")).GetProperty("token").GetString()!;
        Done(Run("login", Address.AbsoluteUri, "--token-file", _folder.Add("token", Token)));
        Done(Run("credentials", "create", Keystore, "--generate-password", PasswordFile, "--algorithm", "ec-p256"));
        Done(Run("credentials", "add", Keystore, "--name", "release", "--password-file", PasswordFile));
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Signal("TERM");
            await _process.EndAsync();
            await _process.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>Runs the program as the user who has logged in.</summary>
    internal SlipwayRun Run(params string[] arguments) => SlipwayRun.Of(arguments, Environment);

    /// <summary>The run must have gone well.</summary>
    internal static SlipwayRun Done(SlipwayRun run)
    {
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        return run;
    }
}
