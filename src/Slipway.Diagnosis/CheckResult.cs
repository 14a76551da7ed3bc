namespace Slipway.Diagnosis;

/// <summary>The result of a check.</summary>
/// <param name="Id"><c>C01</c> to <c>C18</c>; never changes.</param>
/// <param name="Title">The title, a few words.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Because">The id of the check that caused this one to fail or to be skipped; null when there is none.</param>
/// <param name="Commands">Command lines of other tools for the same check.</param>
/// <param name="Elapsed">The duration.</param>
public sealed record CheckResult(string Id, string Title, CheckFinding Finding, string? Because, IReadOnlyList<ToolLine> Commands, TimeSpan Elapsed)
{
    /// <summary>The state of the finding.</summary>
    public CheckState State => Finding.State;

    /// <summary>Whether the check failed by itself and not because of another one.</summary>
    public bool IsRoot => State == CheckState.Fail && Because is null;
}

/// <summary>The outcome of a check.</summary>
public enum CheckState
{
    /// <summary>The check passed.</summary>
    Ok,

    /// <summary>The check failed.</summary>
    Fail,

    /// <summary>The result could not be measured, which does not count as passed.</summary>
    Unknown,

    /// <summary>The check was not tried: it does not apply, it was not requested, or a check that it depends on failed.</summary>
    Skipped,
}

/// <summary>A measured value.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The measured value, with its unit.</param>
public sealed record MeasuredFact(string Name, string Value);
