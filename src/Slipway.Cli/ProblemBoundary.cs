using Slipway.Cli.Output;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;

namespace Slipway.Cli;

/// <summary>Runs verbs, and turns every outcome into an exit code and every failure into a problem that people can read.</summary>
internal static class ProblemBoundary
{
    /// <summary>Runs a verb.</summary>
    /// <param name="session">The process's streams and cancellation.</param>
    /// <param name="json">Whether to print problems as a JSON document.</param>
    /// <param name="verb">The work; returns the exit code.</param>
    public static int Run(CommandContext session, bool json, Func<int> verb) => Run(session, problems => Print(session, json, problems), verb);

    /// <summary>Runs a verb.</summary>
    /// <param name="session">The process's streams and cancellation.</param>
    /// <param name="print">Prints the problems.</param>
    /// <param name="verb">The work; returns the exit code.</param>
    public static int Run(CommandContext session, Action<IReadOnlyList<Problem>> print, Func<int> verb)
    {
        try
        {
            return verb();
        }
        catch (OperationCanceledException) when (session.Cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (ProblemException e) when (session.Cancellation.IsCancellationRequested && e.Problems.All(p => p.Blame == Blame.Network))
        {
            // Cancelling can break connections, which is not a failure then.
            return ExitCode.Interrupted;
        }
        catch (ProblemException e)
        {
            return Tell(print, e.Problems);
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.OfType<ProblemException>().FirstOrDefault() is { } inner)
        {
            return Tell(print, inner.Problems);
        }
        catch (Exception e) when (e is OutOfMemoryException || (e is AggregateException several && several.Flatten().InnerExceptions.Any(i => i is OutOfMemoryException)))
        {
            return Tell(print, [GeneralProblems.MemoryFull.At("memory", "There is not enough memory for this work.")]);
        }
        catch (IOException e) when (DiskErrors.IsFull(e))
        {
            return Tell(print, [GeneralProblems.DiskFull.At("disk", "There is no space left on the disk.")]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Tell(print, [FailureReport.SaveTrouble(e)]);
        }
        catch (Exception e)
        {
            return Tell(print, [FailureReport.Save(e)]);
        }
    }

    private static int Tell(Action<IReadOnlyList<Problem>> print, IReadOnlyList<Problem> problems)
    {
        print(problems);
        return problems.Any(p => p is { Severity: Severity.Error, Blame: not Blame.User }) ? ExitCode.ServiceAtFault : ExitCode.InputAtFault;
    }

    private static void Print(CommandContext session, bool json, IReadOnlyList<Problem> problems)
    {
        if (json)
        {
            JsonOutput.Write(session.Terminal, document =>
            {
                document.WriteString("status", "Error");
                ProblemJson.Write(document, problems);
            });
        }
        else
        {
            ProblemPrinter.Print(session.Terminal.Error, problems);
        }
    }
}
