using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Slipway.Build;
using Slipway.Protocol.Problems;

namespace Slipway.Cli;

/// <summary>What is left of a failure of Slipway itself: a file that its authors can work with, and a sentence for the person.</summary>
internal static class FailureReport
{
    public static Problem Save(Exception failure)
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"Slipway {SlipwayCommand.Version}, .NET {Environment.Version}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}")
            .AppendLine(failure.ToString())
            .ToString();
        var message = $"{failure.GetType().Name}: {failure.Message}";
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(BuildEnvironment.OfThisUser().CacheFolder, "reports")).FullName;
            var file = Path.Combine(folder, $"failure-{DateTimeOffset.UtcNow:yyyyMMdd-HHmmss}-{Environment.ProcessId}.txt");
            File.WriteAllText(file, text);
            return GeneralProblems.Failed.At("slipway", message, $"This is a fault of Slipway. Please report it with the file {file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return GeneralProblems.Failed.At("slipway", message);
        }
    }
}
