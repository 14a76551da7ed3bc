using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Server.Blobs.S3;

/// <summary>The address of a bucket: <c>s3://bucket?endpoint=https://host&amp;region=name</c>.</summary>
/// <param name="Bucket">Its name.</param>
/// <param name="Endpoint">The store's address; null for that of Amazon in the region.</param>
/// <param name="Region">The region that requests are signed for.</param>
internal sealed record S3Address(string Bucket, Uri? Endpoint, string Region)
{
    private const string UsualRegion = "us-east-1";

    /// <summary>Reads an address.</summary>
    /// <exception cref="ProblemException">The address is malformed.</exception>
    public static S3Address Parse(string address)
    {
        if (!Uri.TryCreate(GivenText.Setting(address), UriKind.Absolute, out var uri) || uri.Scheme != "s3" || uri.Host.Length == 0 || uri.AbsolutePath.Trim('/').Length > 0 || uri.UserInfo.Length > 0)
            throw Fault("The address is not of the form s3://bucket?endpoint=https://host&region=name.");
        var result = new S3Address(uri.Host, null, UsualRegion);
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            var value = Uri.UnescapeDataString(parts.Length > 1 ? parts[1] : "");
            result = parts[0] switch
            {
                "endpoint" when Uri.TryCreate(value, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https" && endpoint.UserInfo.Length == 0 => result with { Endpoint = endpoint },
                "region" when value.Length > 0 => result with { Region = value },
                "endpoint" => throw Fault("The endpoint is not an address of the form https://host without a password."),
                "region" => throw Fault("The region is empty."),
                _ => throw Fault("The address has a setting other than endpoint and region after the ?."),
            };
        }

        return result;
    }

    private static ProblemException Fault(string message) => new(ServiceProblems.BlobsAddress.At("--blobs", message));
}
