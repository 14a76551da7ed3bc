using System.CommandLine;
using Slipway.Cli;
using Slipway.Cli.Commands;
using Slipway.Cli.Output;
using Slipway.Server.Backup;

namespace Slipway.Services.Commands;

/// <summary><c>slipway backup</c> and <c>slipway restore</c>: the data of a service with SQLite and blobs in a folder.</summary>
internal static class BackupCommand
{
    public static Command Create(CommandContext session)
    {
        var data = new Option<string>("--data") { Description = "The service's data folder.", HelpName = "folder", Required = true };
        var target = new Option<string>("--out") { Description = "Folder for the backup. It must be empty or not exist.", HelpName = "folder", Required = true };
        var key = new Option<bool>("--include-vault-key") { Description = "Also copy the keys of the vault. Anyone who has the backup can then read its secrets." };
        var json = JsonOption.Create();
        var command = RuntimeVerbs.Backup.Create();
        foreach (var option in new Option[] { data, target, key, json })
            command.Options.Add(option);
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var report = ServerBackup.Create(result.GetValue(data)!, result.GetValue(target)!, result.GetValue(key));
            return Tell(session.Terminal, result.GetValue(json), result.GetValue(target)!, report, "Keep the vault's keys somewhere else: without them, the secrets in this backup cannot be decrypted.");
        }));
        HelpExamples.Describe(command, "slipway backup --data /srv/slipway --out /backup/2026-06-01");
        return command;
    }

    public static Command CreateRestore(CommandContext session)
    {
        var backup = new Option<string>("--from") { Description = "Folder with the backup.", HelpName = "folder", Required = true };
        var data = new Option<string>("--data") { Description = "The new data folder. It must be empty or not exist.", HelpName = "folder", Required = true };
        var json = JsonOption.Create();
        var command = RuntimeVerbs.Restore.Create();
        foreach (var option in new Option[] { backup, data, json })
            command.Options.Add(option);
        command.SetAction(result => ProblemBoundary.Run(session, result.GetValue(json), () =>
        {
            var report = ServerBackup.Restore(result.GetValue(backup)!, result.GetValue(data)!);
            return Tell(session.Terminal, result.GetValue(json), result.GetValue(data)!, report, "Put the vault's keys there as vault.key before you start the service.");
        }));
        HelpExamples.Describe(command, "slipway restore --from /backup/2026-06-01 --data /srv/slipway");
        return command;
    }

    private static int Tell(Terminal terminal, bool json, string folder, BackupReport report, string withoutKey)
    {
        if (json)
        {
            JsonOutput.Write(terminal, document =>
            {
                document.WriteString("status", "Finished");
                document.WriteString("folder", folder);
                document.WriteNumber("files", report.Files);
                document.WriteNumber("bytes", report.Bytes);
                document.WriteBoolean("vaultKey", report.HasVaultKey);
            });
            return ExitCode.Done;
        }

        terminal.Out.Line($"{Terminal.Clean(folder)}  {report.Files} files, {report.Bytes} bytes");
        if (!report.HasVaultKey)
            terminal.Out.Line(withoutKey);
        return ExitCode.Done;
    }
}
