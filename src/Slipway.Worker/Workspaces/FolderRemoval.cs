using System.Diagnostics;
using Slipway.Worker.Sandbox;

namespace Slipway.Worker.Workspaces;

/// <summary>Removes folders even if a build tried to prevent it.</summary>
internal static class FolderRemoval
{
    /// <summary>Removes a folder with its content; links are removed, not followed.</summary>
    public static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception)
        {
            // Paths that are too long make the runtime fail in various ways.
            RemoveByTools(folder);
        }
    }

    // These programs descend step by step, so that neither paths longer than the kernel allows nor unreadable folders stop them.
    private static void RemoveByTools(string folder)
    {
        Run("chmod", "-R", "u+rwX", "--", folder);
        Run("rm", "-rf", "--one-file-system", "--", folder);
    }

    private static void Run(string tool, params string[] arguments)
    {
        if (SystemTools.Find(tool) is not { } path)
            return;
        using var process = Process.Start(SystemTools.Start([path, .. arguments]))!;
        process.StandardInput.Close();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }
}
