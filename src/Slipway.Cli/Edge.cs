using Slipway.Cli.Output;
using Slipway.Protocol.Problems;

namespace Slipway.Cli;

/// <summary>The edge of the process: every outcome becomes an exit code, and every failure a problem that a person can read.</summary>
internal static class Edge
{
    /// <summary>Runs a verb.</summary>
    /// <param name="session">Streams and cancellation.</param>
    /// <param name="json">Whether failures are told as a JSON document.</param>
    /// <param name="verb">The work; gives the exit code.</param>
    public static int Run(Session session, bool json, Func<int> verb)
    {
        try
        {
            return verb();
        }
        catch (OperationCanceledException) when (session.Cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (ProblemException e)
        {
            return Tell(session, json, e.Problems);
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.OfType<ProblemException>().FirstOrDefault() is { } inner)
        {
            return Tell(session, json, inner.Problems);
        }
        catch (IOException e) when (IsDiskFull(e))
        {
            return Tell(session, json, [GeneralProblems.DiskFull.At("disk", "There is no space left on the disk.")]);
        }
        catch (Exception e)
        {
            return Tell(session, json, [FailureReport.Save(e)]);
        }
    }

    private static int Tell(Session session, bool json, IReadOnlyList<Problem> problems)
    {
        if (json)
        {
            JsonOutput.Write(session.Terminal, document =>
            {
                document.WriteString("status", "Error");
                ProblemPrinter.Write(document, "problems", problems);
            });
        }
        else
        {
            ProblemPrinter.Print(session.Terminal.Error, problems);
        }

        return problems.Any(p => p is { Severity: Severity.Error, Blame: not Blame.User }) ? ExitCode.ServiceAtFault : ExitCode.InputAtFault;
    }

    // ENOSPC and EDQUOT, as the runtime reports them.
    private static bool IsDiskFull(IOException e) => (e.HResult & 0xFFFF) is 28 or 122;
}
