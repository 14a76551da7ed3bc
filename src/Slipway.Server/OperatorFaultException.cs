using Slipway.Protocol.Problems;

namespace Slipway.Server;

/// <summary>
/// The database or the store is in a state that callers cannot change. Callers learn only that, and whether to try again; the
/// details go to the operator.
/// </summary>
/// <param name="fault">The state, for the operator.</param>
/// <param name="where">The name of the part in callers' problems.</param>
/// <param name="inner">The exception that revealed it.</param>
internal sealed class OperatorFaultException(Problem fault, string where, Exception? inner = null) : ProblemException(ForCallers(fault, where), inner)
{
    /// <summary>The state, for the operator.</summary>
    public Problem Fault => fault;

    /// <summary>Returns the state behind a failure, for the operator.</summary>
    public static Problem Of(ProblemException failure) => failure is OperatorFaultException own ? own.Fault : failure.Problems[0];

    /// <summary>Returns the problem that callers get for a state.</summary>
    public static Problem ForCallers(Problem fault, string where)
    {
        if (fault.Kind == ServiceProblems.StorageFull)
            return fault.Kind.At(where, "The service has no space left.");
        // Worth another try: a standby may become the primary, and a program that locks a file may end.
        var passes = fault.Blame == Blame.Network || fault.Kind == DatabaseProblems.ReadOnly || fault.Kind == DatabaseProblems.FileLocked;
        return (passes, where) switch
        {
            (true, "blobs") => ServiceProblems.BlobsUnavailable.At(where, "The store of the service does not answer at the moment."),
            (true, _) => ServiceProblems.DatabaseUnavailable.At(where, "The database does not answer at the moment."),
            _ => ServiceProblems.OutOfOrder.At(where, $"{fault.Kind.Title} ({fault.Code})."),
        };
    }
}
