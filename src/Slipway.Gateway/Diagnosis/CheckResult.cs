namespace Slipway.Gateway.Diagnosis;

/// <summary>A check that is done.</summary>
/// <param name="Id"><c>C01</c> to <c>C18</c>; never changes.</param>
/// <param name="Title">A few words.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Because">The id of the check that this one failed or was skipped because of; null when it stands for itself.</param>
/// <param name="Commands">Lines for other tools that look at the same.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record CheckResult(string Id, string Title, Finding Finding, string? Because, IReadOnlyList<ToolLine> Commands, TimeSpan Elapsed)
{
    /// <summary>Well or not.</summary>
    public CheckState State => Finding.State;

    /// <summary>Is it wrong by itself, and not because of another?</summary>
    public bool IsRoot => State == CheckState.Fail && Because is null;
}
