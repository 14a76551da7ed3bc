using System.Text;
using Slipway.Contract.Tests.Generated;
using Slipway.Protocol.Launches;

namespace Slipway.Contract.Tests.EndToEnd;

/// <summary>A client that knows nothing but the contract builds an app with a service and a worker that are real.</summary>
public sealed class GeneratedClientBuildTests
{
    [Fact]
    public async Task It_drives_a_build_from_upload_to_download()
    {
        await using var builder = await ContractServiceProcess.StartAsync();
        var client = builder.Client;
        var revision = await SampleUpload.SendAsync(builder.Http);
        var (environment, application) = (revision.EnvironmentKey!.Value, revision.ApplicationKey!.Value);
        Assert.Equal(NativeBuildValidationResult.MissingConfiguration, (await ValidateAsync(client, revision)).Android);

        var version = Assert.Single((await client.GET_NativeBuilderVersions_ListAsync(TestContext.Current.CancellationToken)).Results!, v => v.State == NativeBuilderVersionState.Active);
        await client.PATCH_NativeBuildConfigurations_UpdateMobileAndroidConfigurationAsync(
            environment,
            application,
            new AndroidBuildConfigurationRequest
            {
                AppIdentifier = new StringPatchConfig { Value = "org.example.contract" },
                BuildType = new AndroidBuildTypePatchConfig { Value = AndroidBuildType.Debug },
                MabsVersion = new StringPatchConfig { Value = version.Version },
            },
            TestContext.Current.CancellationToken);
        var configuration = await client.GET_NativeBuildConfigurations_GetAndroidMobileConfigurationAsync(environment, application, TestContext.Current.CancellationToken);
        Assert.Equal(AndroidBuildType.Debug, configuration.BuildType!.Value);
        Assert.Null(configuration.Keystore);
        Assert.Equal(NativeBuildValidationResult.NativeBuildNeeded, (await ValidateAsync(client, revision)).Android);

        var suggested = (await client.POST_BuildOperations_PostVersionSuggestionsAsync(
            new VersionSuggestionsRequest { EnvironmentKey = environment, ApplicationKey = application }, TestContext.Current.CancellationToken)).Android;
        var started = await client.POST_BuildOperations_PostAsync(
            new BuildOperationRequest
            {
                BuildKey = revision.BuildKey!.Value,
                Revision = revision.Revision!.Value,
                EnvironmentKey = environment,
                ApplicationKey = application,
                MobilePlatform = MobilePlatform.Android,
                MobileVersionNumber = suggested.MobileVersionNumber,
                MobileVersionCode = suggested.MobileVersionCode,
            },
            TestContext.Current.CancellationToken);
        Assert.Equal("1.0", started.NativeBuilderVersion);
        await EndAsync(builder.Http, started.Key);

        var build = await client.GET_BuildOperations_GetAsync(started.Key, environment, application, TestContext.Current.CancellationToken);
        var messages = (await client.GET_BuildOperations_GetMessagesAsync(started.Key, cancellationToken: TestContext.Current.CancellationToken)).Results!;
        Assert.True(build.Status == BuildStatus.Finished, string.Join(Environment.NewLine, messages.Select(m => $"{m.Severity} {m.Type} {m.Message}")));
        Assert.NotEmpty(messages);
        Assert.Equal(("org.example.contract", BuildType.Debug, "1.0.0", 1), (build.AppIdentifier, build.BuildType, build.MobileVersionNumber, build.MobileVersionCode));
        Assert.NotNull(build.FinishedDateTime);
        await CheckDownloadsAsync(build);
        Assert.Equal(started.Key, Assert.Single((await client.GET_BuildOperations_ListAsync(environment, application, MobilePlatform.Android, status: BuildStatus.Finished, cancellationToken: TestContext.Current.CancellationToken)).Results!).Key);

        Assert.Equal(NativeBuildValidationResult.NativeBuildNotNeeded, (await ValidateAsync(client, revision)).Android);
        var settings = await SampleUpload.SendAsync(builder.Http, (path, content) => path == "config.xml" ? [.. content, .. "<!-- changed -->"u8] : content);
        Assert.Equal(NativeBuildValidationResult.NativeBuildNeeded, (await ValidateAsync(client, settings)).Android);
    }

    // Another platform in a request shows how the client writes its name.
    private static async Task<PlatformResults> ValidateAsync(BuildsClient client, LaunchAnswer revision)
    {
        var request = new BuildOperationValidationRequest
        {
            EnvironmentKey = revision.EnvironmentKey!.Value,
            ApplicationKey = revision.ApplicationKey!.Value,
            BuildKey = revision.BuildKey!.Value,
            Revision = revision.Revision!.Value,
        };
        return (await client.POST_BuildOperations_ValidateNativeBuildAsync(request, TestContext.Current.CancellationToken)).PlatformResults!;
    }

    // The contract only lets clients ask again and again; the event says when asking is worth it.
    private static async Task EndAsync(HttpClient http, Guid build)
    {
        using var stream = new StreamReader(await http.GetStreamAsync($"/api/v1/builds/{build}/events", TestContext.Current.CancellationToken));
        while (await stream.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line == "event: end")
                return;
        }

        Assert.Fail("The stream ended before the build.");
    }

    private static async Task CheckDownloadsAsync(BuildOperationResult build)
    {
        // Links need no token.
        using var http = new HttpClient();
        using var folder = new TemporaryFolder();
        var package = folder.Add("app.apk", await http.GetByteArrayAsync(build.AppBinaryDownloadUrl, TestContext.Current.CancellationToken));
        var judged = SlipwayRun.Of("apksigner", ["verify", "--verbose", "--min-sdk-version", "24", package], []);
        Assert.True(judged.ExitCode == 0, judged.Out + judged.Error);
        Assert.Contains("Verified using v2 scheme (APK Signature Scheme v2): true", judged.Out, StringComparison.Ordinal);
        Assert.NotEmpty(Encoding.UTF8.GetString(await http.GetByteArrayAsync(build.MobileBuildLogUrl, TestContext.Current.CancellationToken)));
    }
}
