namespace Slipway.Server.Contract.Wire;

/// <summary>A failed request.</summary>
internal sealed record ContractProblemDetails
{
    /// <summary>The address of the problem's documentation page.</summary>
    public string? Type { get; init; }

    /// <summary>The title of the problem.</summary>
    public string? Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public int? Status { get; init; }

    /// <summary>What is wrong in this case.</summary>
    public string? Detail { get; init; }

    /// <summary>The path of the request.</summary>
    public string? Instance { get; init; }

    /// <summary>The id of the request in the traces of the service.</summary>
    public string TraceId { get; init; } = "";

    /// <summary>The code of the problem.</summary>
    public string ErrorCode { get; init; } = "";
}
