using System.CommandLine;
using Slipway.Build;
using Slipway.Build.Shell;
using Slipway.Build.Shell.Ios;
using Slipway.Cli.Output;

namespace Slipway.Cli.Commands;

/// <summary><c>slipway toolchain</c>: shows and prepares the tools that compile shells.</summary>
internal static class ToolchainCommand
{
    private const int LowestSdk = 24;

    public static Command Create(CommandContext session)
    {
        var command = new Command("toolchain", "Show and prepare the tools that compile the native shell.") { List(session), Install(session) };
        HelpExamples.Describe(command, "slipway toolchain list", "slipway toolchain install");
        return command;
    }

    private static Command List(CommandContext session)
    {
        var json = JsonOption.Create();
        var command = new Command("list", "Show the tools and the compiled shells on this machine.") { json };
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var inventory = ToolchainInventory.Take(BuildEnvironment.OfThisUser().CacheFolder);
            if (result.GetValue(json))
                JsonOutput.Write(session.Terminal, document => Write(document, inventory));
            else
                Print(session.Terminal.Out, inventory);
            return ExitCode.Done;
        }));
        HelpExamples.Describe(command, "slipway toolchain list --json");
        return command;
    }

    private static Command Install(CommandContext session)
    {
        var api = new Option<bool>("--api") { Description = "Also download the signatures of Android's public API (45 MB), to compile Java sources of your own." };
        var json = JsonOption.Create();
        var command = new Command("install", "Compile the shell now, so that the first build is as fast as later ones.") { api, json };
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var cache = BuildEnvironment.OfThisUser().CacheFolder;
            AndroidShell shell;
            using (var progress = new ProgressLine(session.Terminal))
            {
                shell = ShellProblems.Guard(() => new AndroidShellToolchain(cache).GetOrCompile(new AndroidShellRequest(LowestSdk), progress, session.Cancellation));
                if (result.GetValue(api))
                    ShellProblems.Guard(() => InstallApi(cache, progress, session.Cancellation));
            }

            if (result.GetValue(json))
            {
                JsonOutput.Write(session.Terminal, document =>
                {
                    document.WriteString("status", "Finished");
                    document.WriteString("shell", shell.Fingerprint);
                });
            }
            else
            {
                session.Terminal.Out.Line($"{session.Terminal.Out.Green("ready")}  shell {shell.Fingerprint[..12]}");
            }

            return ExitCode.Done;
        }));
        HelpExamples.Describe(command, "slipway toolchain install");
        return command;
    }

    private static bool InstallApi(string cache, IProgress<string> progress, CancellationToken cancellation)
    {
        new AndroidApiInstaller(cache).Install(progress, cancellation);
        return true;
    }

    private static void Print(StyledWriter ink, ToolchainInventory inventory)
    {
        ink.Line($"Java compiler   {inventory.JavaCompiler ?? ink.Yellow("missing: " + JdkNotFoundException.InstallCommand)}");
        ink.Line($"clang           {inventory.Clang ?? ink.Yellow("missing, for iOS: " + AppleToolsNotFoundException.InstallCommand)}");
        ink.Line($"ld64.lld        {inventory.AppleLinker ?? ink.Yellow("missing, for iOS: " + AppleToolsNotFoundException.InstallCommand)}");
        ink.Line($"Android API     {inventory.AndroidJar ?? "Slipway's own list"}");
        ink.Line($"Full API        {inventory.SignatureFile ?? "not installed (only for Java sources of your own)"}");
        ink.Line($"Shells          {inventory.Shells.Count} compiled");
        foreach (var shell in inventory.Shells)
            ink.Line(ink.Dim("  " + shell));
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, ToolchainInventory inventory)
    {
        json.WriteString("javaCompiler", inventory.JavaCompiler);
        json.WriteString("clang", inventory.Clang);
        json.WriteString("appleLinker", inventory.AppleLinker);
        json.WriteString("androidJar", inventory.AndroidJar);
        json.WriteString("signatures", inventory.SignatureFile);
        json.WriteStartArray("shells");
        foreach (var shell in inventory.Shells)
            json.WriteStringValue(shell);
        json.WriteEndArray();
    }
}
