using Slipway.Formats.Dex;
using Slipway.Formats.Dex.Verification;
using Slipway.Formats.Tests.Outsiders;

namespace Slipway.Formats.Tests.Dex.Verification;

/// <summary>Code that runs on millions of devices: whatever the verifier says of it is wrong.</summary>
public sealed class RealDexTests
{
    public static TheoryData<string> Apks => [.. NpmPackages.Apks()];

    [Theory]
    [MemberData(nameof(Apks))]
    public void Every_dex_of_a_real_app_verifies(string apk)
    {
        var files = ApkDex.Of(apk).Select(bytes => DexReader.Read(bytes)).ToList();
        var errors = DexVerifier.Verify(files).Where(finding => finding.Severity == DexSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(40).Select(finding => finding.ToString()).Prepend($"{errors.Count} errors")));
    }
}
