namespace Slipway.Formats.ApkSigning;

/// <summary>Collects issues of one part of the verification.</summary>
internal sealed class ApkIssues(List<ApkIssue> issues, string? where, bool areErrors)
{
    public bool HasErrors { get; private set; }

    public void Add(ApkIssueKind kind, string text, string? detail = null)
    {
        HasErrors = true;
        issues.Add(new ApkIssue(kind, text, detail is null ? where : where is null ? detail : $"{where}: {detail}", areErrors));
    }
}
