using System.Globalization;

namespace Slipway.Build.Shell.Lint;

/// <summary>A use of the platform that some device below would not survive.</summary>
/// <param name="File">Source file, or the class's name where the class file does not tell.</param>
/// <param name="Line">Line in it; 0 when unknown.</param>
/// <param name="Used">What is used: <c>android.app.Activity.getOnBackInvokedDispatcher</c>.</param>
/// <param name="Required">API level that has it; null when the list of signatures does not know it.</param>
/// <param name="Known">API level that is sure at this place.</param>
public sealed record ApiLevelFinding(string File, int Line, string Used, int? Required, int Known)
{
    /// <summary>One line for a person.</summary>
    public override string ToString() => Required is { } level
        ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Used} exists since API level {level}, only {Known} is sure here")
        : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Used} is not in the list of API signatures");
}
