using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Server.Webhooks;

/// <summary>
/// Proves to the receiver that a message comes from the service and is new: <c>Slipway-Signature: t=SECONDS,v1=HEX</c>, where HEX
/// is the HMAC-SHA256 of <c>SECONDS.BODY</c> under the webhook's secret.
/// </summary>
internal static class WebhookSignature
{
    public const string Header = "Slipway-Signature";

    /// <summary>Returns the value of the header.</summary>
    public static string Of(ReadOnlySpan<byte> secret, DateTimeOffset now, ReadOnlySpan<byte> body)
    {
        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hmac.AppendData(Encoding.ASCII.GetBytes(seconds + "."));
        hmac.AppendData(body);
        return $"t={seconds},v1={Convert.ToHexStringLower(hmac.GetHashAndReset())}";
    }
}
