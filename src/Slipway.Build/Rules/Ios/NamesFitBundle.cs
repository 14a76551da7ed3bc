using Slipway.Build.Plan;
using Slipway.Formats.Ipa;
using Slipway.Formats.Names;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Ios;

/// <summary>The signature of a bundle can list every file, and tools that handle the package do not change file names.</summary>
internal sealed class NamesFitBundle : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        foreach (var file in app.Source.WebFiles)
        {
            if (IpaNames.FindXmlFault(file.Path) is { } fault)
                yield return FileProblems.NameUnusable.At(file.Path, $"A package for iOS cannot hold the file: {fault}.");
            else if (EntryNames.FindPortabilityFault(file.Path) is { } change)
                yield return FileProblems.NotPortable.At(file.Path, $"For packages that pass through Windows: {change}.");
        }
    }
}
