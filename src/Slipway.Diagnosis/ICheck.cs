namespace Slipway.Diagnosis;

/// <summary>A check of the doctor.</summary>
internal interface ICheck
{
    /// <summary><c>C01</c> to <c>C18</c>; never changes.</summary>
    string Id { get; }

    /// <summary>The title, a few words.</summary>
    string Title { get; }

    /// <summary>The ids of the checks that this one depends on.</summary>
    IReadOnlyList<string> Needs { get; }

    /// <summary>Returns command lines of other tools for the same check.</summary>
    IReadOnlyList<ToolLine> Commands(Examination examination);

    /// <summary>Runs the check.</summary>
    Task<CheckFinding> RunAsync(Examination examination, CancellationToken cancellation);
}
