using System.Diagnostics;

namespace Slipway.Build.Shell;

/// <summary>
/// Downloads a Debian source package, checked by apt against the archive's signed index, without touching the system's
/// configuration: it uses its own list of sources, index and cache. It needs no privileges.
/// </summary>
internal sealed class AptSourcePackage(string workFolder, CancellationToken cancellation)
{
    private const string DefaultSource = "http://deb.debian.org/debian/ bookworm main";
    private const string Keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

    /// <summary>Downloads the files of a package into the work folder.</summary>
    /// <exception cref="AndroidApiInstallException">apt failed.</exception>
    public void Download(string package)
    {
        var list = Path.Combine(workFolder, "sources.list");
        var lists = Directory.CreateDirectory(Path.Combine(workFolder, "lists")).FullName;
        var cache = Directory.CreateDirectory(Path.Combine(workFolder, "cache")).FullName;
        Directory.CreateDirectory(Path.Combine(lists, "partial"));
        File.WriteAllText(list, $"deb-src {(File.Exists(Keyring) ? $"[signed-by={Keyring}] " : "")}{FindSource()}\n");
        string[] options =
        [
            "-q", "-o", $"Dir::Etc::sourcelist={list}", "-o", "Dir::Etc::sourceparts=-", "-o", $"Dir::State::lists={lists}",
            "-o", $"Dir::Cache={cache}", "-o", "Acquire::Languages=none", "-o", "APT::Sandbox::User=",
        ];
        Run("apt-get", [.. options, "update"]);
        Run("apt-get", [.. options, "source", "--download-only", package]);
    }

    /// <summary>Extracts one file of a tar archive (compressed or not) to a path.</summary>
    public void Extract(string archive, string member, string target)
    {
        Run("tar", ["-xf", archive, "-C", workFolder, member]);
        File.Move(Path.Combine(workFolder, member), target, overwrite: true);
    }

    /// <summary>Returns the address, release and component that this machine installs from; Debian's own when apt names none.</summary>
    private string FindSource()
    {
        var targets = Run("apt-get", ["indextargets", "--format", "$(REPO_URI) $(CODENAME) $(COMPONENT)", "Created-By: Packages", "Origin: Debian"]);
        return targets.Split('\n', StringSplitOptions.TrimEntries)
            .FirstOrDefault(line => line.EndsWith(" main", StringComparison.Ordinal) && !line.Contains('-', StringComparison.Ordinal)) ?? DefaultSource;
    }

    private string Run(string tool, string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = workFolder };
        start.Environment["LC_ALL"] = "C";
        using var process = Start(start);
        using var registration = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? output : throw new AndroidApiInstallException(tool, errors.GetAwaiter().GetResult().Trim());
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new AndroidApiInstallException(start.FileName, e.Message);
        }
    }
}
