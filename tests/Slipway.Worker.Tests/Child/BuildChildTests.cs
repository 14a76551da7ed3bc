using System.IO.Pipes;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Worker.Child;
using Slipway.Worker.Pipe;

namespace Slipway.Worker.Tests.Child;

public sealed class BuildChildTests
{
    [Fact]
    public void A_child_whose_worker_is_gone_ends()
    {
        var said = new MemoryStream();
        BuildChild.Run(new MemoryStream(), said);
        said.Position = 0;
        Assert.IsType<ChildMessage.Ready>(Frames.Read(said, PipeJson.Default.ChildMessage, 1000));
        Assert.Null(Frames.Read(said, PipeJson.Default.ChildMessage, 1000));
    }

    [Fact]
    public async Task Questions_that_are_refused_are_told_with_what_is_wrong_with_the_app()
    {
        using var folder = new TemporaryFolder();
        folder.Add("app/index.html", "page"u8.ToArray());
        using var toChild = new AnonymousPipeServerStream();
        using var fromChild = new AnonymousPipeServerStream(PipeDirection.In);
        using var childInput = new AnonymousPipeClientStream(PipeDirection.In, toChild.ClientSafePipeHandle);
        using var childOutput = new AnonymousPipeClientStream(PipeDirection.Out, fromChild.ClientSafePipeHandle);
        var child = Task.Run(() => BuildChild.Run(childInput, childOutput));
        Assert.IsType<ChildMessage.Ready>(await ListenAsync());
        await SayAsync(new HostMessage.Order(new BuildOrder
        {
            App = folder["app"],
            Out = folder["out"],
            Cache = folder["cache"],
            Prepared = folder["prepared"],
            Platform = MobilePlatform.Android,
            Now = DateTimeOffset.UnixEpoch,
            Options = new LaunchOptions { VersionName = "one" },
        }));
        ChildMessage? last;
        while ((last = await ListenAsync()) is not ChildMessage.Refused)
        {
            if (last is ChildMessage.KeyWanted)
                await SayAsync(new HostMessage.Refusal(PipedProblem.Of([SigningProblems.KeystoreMissing.At("keystore", "None.")])));
            else
                Assert.IsType<ChildMessage.Progress>(last);
        }

        await child;
        Assert.Equal([AppProblems.VersionInvalid.Code, SigningProblems.KeystoreMissing.Code], ((ChildMessage.Refused)last).Problems.Select(p => p.Code).Intersect([AppProblems.VersionInvalid.Code, SigningProblems.KeystoreMissing.Code]));

        Task SayAsync(HostMessage message) => Frames.WriteAsync(toChild, message, PipeJson.Default.HostMessage);

        Task<ChildMessage?> ListenAsync() => Frames.ReadAsync(fromChild, PipeJson.Default.ChildMessage, 1 << 20);
    }
}
