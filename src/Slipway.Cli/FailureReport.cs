using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Slipway.Build;
using Slipway.Protocol.Problems;

namespace Slipway.Cli;

/// <summary>Reports an unexpected failure of Slipway: a file for its authors, and a problem for the user.</summary>
internal static class FailureReport
{
    /// <summary>Saves a report of a defect and returns its problem.</summary>
    public static Problem Save(Exception failure)
    {
        var message = $"{failure.GetType().Name}: {failure.Message}";
        return Write(failure) is { } file
            ? GeneralProblems.Failed.At("slipway", message, $"This is a fault of Slipway. Please report it with the file {file}")
            : GeneralProblems.Failed.At("slipway", message);
    }

    /// <summary>Saves a report of an unexpected file error and returns its problem; the system's own message is only in the report.</summary>
    public static Problem SaveTrouble(Exception failure)
    {
        var path = failure is FileNotFoundException { FileName: { Length: > 0 } name } ? name : "file";
        var file = Write(failure);
        return GeneralProblems.FileTrouble.At(path, "A file or folder cannot be opened, created or written.", $"{GeneralProblems.FileTrouble.Remedy}{(file is null ? "" : $" The system's own words are in {file}")}");
    }

    private static string? Write(Exception failure)
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"Slipway {SlipwayCommand.Version}, .NET {Environment.Version}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}")
            .AppendLine(failure.ToString())
            .ToString();
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(BuildEnvironment.OfThisUser().CacheFolder, "reports")).FullName;
            var file = Path.Combine(folder, $"failure-{DateTimeOffset.UtcNow:yyyyMMdd-HHmmss}-{Environment.ProcessId}.txt");
            File.WriteAllText(file, text);
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
