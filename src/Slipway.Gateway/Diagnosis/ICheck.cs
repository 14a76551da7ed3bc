namespace Slipway.Gateway.Diagnosis;

/// <summary>One of the checks.</summary>
internal interface ICheck
{
    /// <summary><c>C01</c> to <c>C18</c>; never changes.</summary>
    string Id { get; }

    /// <summary>A few words.</summary>
    string Title { get; }

    /// <summary>Ids of checks without which this one is pointless.</summary>
    IReadOnlyList<string> Needs { get; }

    /// <summary>Lines for other tools that look at the same.</summary>
    IReadOnlyList<ToolLine> Commands(Examination examination);

    /// <summary>Looks.</summary>
    Task<Finding> RunAsync(Examination examination, CancellationToken cancellation);
}
