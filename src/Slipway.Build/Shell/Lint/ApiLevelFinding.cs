using System.Globalization;

namespace Slipway.Build.Shell.Lint;

/// <summary>A use of a platform API that the lowest supported devices do not have.</summary>
/// <param name="File">Source file, or the name of the class when the class file does not record it.</param>
/// <param name="Line">Line in it; 0 when unknown.</param>
/// <param name="Used">What is used: <c>android.app.Activity.getOnBackInvokedDispatcher</c>.</param>
/// <param name="Required">API level that introduced it; null when the list of signatures does not contain it.</param>
/// <param name="Known">API level that is certain at this place.</param>
public sealed record ApiLevelFinding(string File, int Line, string Used, int? Required, int Known)
{
    /// <summary>Returns the finding as one line of text.</summary>
    public override string ToString() => Required is { } level
        ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Used} exists since API level {level}, only {Known} is sure here")
        : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Used} is not in the list of API signatures");
}
