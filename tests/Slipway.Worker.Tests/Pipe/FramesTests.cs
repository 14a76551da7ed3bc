using System.Text;
using Slipway.Build.Shell;
using Slipway.Build.Shell.Ios;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Worker.Pipe;

namespace Slipway.Worker.Tests.Pipe;

public sealed class FramesTests
{
    private const int Limit = 1000;

    [Fact]
    public async Task Messages_arrive_as_they_were_sent()
    {
        var pipe = new MemoryStream();
        var order = new BuildOrder { App = "/a", Out = "/o", Cache = "/c", Prepared = "/p", Platform = MobilePlatform.Ios, Now = DateTimeOffset.UnixEpoch, Files = [new OrderedFile("ä", "00")], Options = new LaunchOptions { Name = "Notes", Include = ["*.p12"] } };
        await Frames.WriteAsync(pipe, new HostMessage.Order(order), PipeJson.Default.HostMessage);
        Frames.Write(pipe, new HostMessage.Signature([1, 2]), PipeJson.Default.HostMessage);
        pipe.Position = 0;
        var first = Assert.IsType<HostMessage.Order>(await Frames.ReadAsync(pipe, PipeJson.Default.HostMessage, Limit)).Build;
        Assert.Equal(order with { Files = first.Files, Options = first.Options }, first);
        Assert.Equal(order.Options with { Include = first.Options.Include }, first.Options);
        Assert.Equal(order.Options.Include, first.Options.Include);
        Assert.Equal(order.Files, first.Files);
        Assert.Equal([1, 2], Assert.IsType<HostMessage.Signature>(Frames.Read(pipe, PipeJson.Default.HostMessage, Limit)).Bytes);
        Assert.Null(await Frames.ReadAsync(pipe, PipeJson.Default.HostMessage, Limit));
        Assert.Null(Frames.Read(pipe, PipeJson.Default.HostMessage, Limit));
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 0 })]
    [InlineData(new byte[] { 255, 255, 255, 255 })]
    [InlineData(new byte[] { 0, 0, 4, 0, 1 })]
    [InlineData(new byte[] { 0, 0, 0, 1, 65 })]
    [InlineData(new byte[] { 0, 0, 0, 2, 123, 125 })]
    [InlineData(new byte[] { 0, 0, 0, 4, 110, 117, 108, 108 })]
    public Task What_is_no_message_is_refused(byte[] bytes) =>
        Assert.ThrowsAsync<InvalidDataException>(() => Frames.ReadAsync(new MemoryStream(bytes), PipeJson.Default.ChildMessage, Limit));

    [Theory]
    [InlineData("android")]
    [InlineData("ios")]
    public void A_shell_is_asked_for_by_the_values_of_its_platform(string platform)
    {
        ShellRequest request = platform == "ios" ? new IosShellRequest(IosShellVariant.Simulator) : new AndroidShellRequest(26, Debug: true);
        var text = platform == "ios" ? """{"kind":"ios","variant":"Simulator"}""" : """{"kind":"android","minSdk":26,"debug":true}""";
        var pipe = new MemoryStream();
        Frames.Write(pipe, new ChildMessage.ShellWanted(request), PipeJson.Default.ChildMessage);
        Assert.EndsWith($$"""{"kind":"shell","shell":{{text}}}""", Encoding.UTF8.GetString(pipe.ToArray()), StringComparison.Ordinal);
        pipe.Position = 0;
        Assert.Equal(new ChildMessage.ShellWanted(request), Frames.Read(pipe, PipeJson.Default.ChildMessage, Limit));
    }

    [Fact]
    public async Task A_message_that_breaks_off_is_the_end()
    {
        Assert.Null(await Frames.ReadAsync(new MemoryStream([0, 0]), PipeJson.Default.ChildMessage, Limit));
        Assert.Null(await Frames.ReadAsync(new MemoryStream([0, 0, 0, 9, 1]), PipeJson.Default.ChildMessage, Limit));
    }

    [Fact]
    public void A_problem_keeps_its_texts_and_gets_the_rest_from_the_catalogue()
    {
        var problem = AppProblems.NotFound.At("here", "It is not there.");
        Assert.Equal(problem, PipedProblem.Of(problem).Open());
        Assert.Null(new PipedProblem("SLW-NONE-1", "", "", "").Open());
    }
}
