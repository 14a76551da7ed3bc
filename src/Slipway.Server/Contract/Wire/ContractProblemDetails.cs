namespace Slipway.Server.Contract.Wire;

/// <summary>What went wrong.</summary>
internal sealed record ContractProblemDetails
{
    /// <summary>The page of the problem.</summary>
    public string? Type { get; init; }

    /// <summary>The problem in a few words.</summary>
    public string? Title { get; init; }

    /// <summary>The status of the answer.</summary>
    public int? Status { get; init; }

    /// <summary>What it was this time.</summary>
    public string? Detail { get; init; }

    /// <summary>What was asked for.</summary>
    public string? Instance { get; init; }

    /// <summary>Finds the request in the traces of the service.</summary>
    public string TraceId { get; init; } = "";

    /// <summary>The code of the problem.</summary>
    public string ErrorCode { get; init; } = "";
}
