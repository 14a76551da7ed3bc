using Slipway.Build;
using Slipway.Build.Plan;
using Slipway.Build.Resources.Icons;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;
using Slipway.Worker.Pipe;

namespace Slipway.Worker.Child;

/// <summary>
/// The build of a stranger's app: runs in a process of its own that can reach nothing but the app's files and this pipe, takes one
/// order and ends.
/// </summary>
public static class BuildChild
{
    /// <summary>Drawn icons in the folder of results.</summary>
    internal const string DrawnFile = "icons";

    /// <summary>Waits for an order, and does it.</summary>
    /// <param name="input">What the worker says.</param>
    /// <param name="output">What the worker hears.</param>
    public static void Run(Stream input, Stream output)
    {
        var link = new HostLink(input, output);
        var warmUp = Directory.CreateTempSubdirectory("warm-up-").FullName;
        WarmUp.Run(warmUp);
        // What is there counts among what the build leaves.
        Directory.Delete(warmUp, recursive: true);
        link.Say(new ChildMessage.Ready());
        switch (link.Listen())
        {
            case HostMessage.Order order:
                link.Say(Build(link, order.Build));
                break;
            case HostMessage.IconOrder order:
                link.Say(Draw(order));
                break;
        }
    }

    private static ChildMessage Draw(HostMessage.IconOrder order)
    {
        try
        {
            var icon = order.Icon.Open(name => File.ReadAllBytes(Path.Combine(order.Pictures, name)));
            File.WriteAllBytes(Path.Combine(order.Out, DrawnFile), IconArchive.Write(icon.Draw()));
            return new ChildMessage.Drawn();
        }
        catch (Exception e)
        {
            return Describe(e);
        }
    }

    private static ChildMessage Build(HostLink link, BuildOrder order)
    {
        try
        {
            var environment = new BuildEnvironment(order.Cache, order.Cache, order.Now);
            var report = Pipeline.Run(Request(order), environment, new PipedBuildHost(link, order), new PipedProgress(link), CancellationToken.None);
            return new ChildMessage.Finished(Result(report));
        }
        catch (Exception e)
        {
            return Describe(e);
        }
    }

    private static BuildRequest Request(BuildOrder order) => new(order.App, order.Out, order.Type)
    {
        Platforms = [order.Platform],
        Options = order.Options,
    };

    /// <summary>What is said of the first package of a build.</summary>
    internal static BuildResult Result(BuildReport report)
    {
        var (plan, artifacts) = report.Results[0];
        return new BuildResult
        {
            Id = plan.Id,
            Name = plan.Name,
            VersionName = plan.VersionName,
            Version = plan.Build,
            Type = plan.Type,
            Artifacts = [.. artifacts.Select(a => new PipedArtifact(a.Format, Path.GetFileName(a.Path), a.Size, a.Sha256))],
            NativeInputs = report.Results[0].NativeInputs,
            Notices = PipedProblem.Of(report.Notices),
            Timings = report.Timings.Stages.ToDictionary(s => s.Stage, s => Math.Round(s.Milliseconds, 2), StringComparer.Ordinal),
        };
    }

    private static ChildMessage Describe(Exception e) => e switch
    {
        ProblemException refused => new ChildMessage.Refused(PipedProblem.Of(refused.Problems)),
        AggregateException several => Describe(several.Flatten().InnerExceptions.FirstOrDefault(inner => inner is ProblemException) ?? several.Flatten().InnerExceptions[0]),
        OutOfMemoryException => new ChildMessage.Failed(ChildFault.Memory, ""),
        _ when DiskErrors.IsFull(e) => new ChildMessage.Failed(ChildFault.Disk, ""),
        _ when DiskErrors.IsTooLarge(e) => new ChildMessage.Failed(ChildFault.Size, ""),
        _ => Unforeseen(e),
    };

    // Where it happened is for whoever runs the worker, not for whoever wants the package.
    private static ChildMessage.Failed Unforeseen(Exception e)
    {
        Console.Error.WriteLine(e);
        return new ChildMessage.Failed(ChildFault.Fault, $"{e.GetType().Name}: {e.Message}");
    }
}

/// <summary>Sends progress messages to the worker.</summary>
internal sealed class PipedProgress(HostLink link) : IProgress<string>
{
    public void Report(string value) => link.Say(new ChildMessage.Progress(value));
}
