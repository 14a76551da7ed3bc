using Slipway.Protocol.Problems;

namespace Slipway.Server;

/// <summary>
/// The database or the store is in a state that callers cannot change. They hear that it is so and whether another try makes sense; what
/// it is, whoever runs the service hears.
/// </summary>
/// <param name="fault">The state, for whoever runs the service.</param>
/// <param name="where">What callers call the part.</param>
/// <param name="inner">What made it known.</param>
internal sealed class OperatorFaultException(Problem fault, string where, Exception? inner = null) : ProblemException(ForCallers(fault, where), inner)
{
    /// <summary>The state, for whoever runs the service.</summary>
    public Problem Fault => fault;

    /// <summary>What a failure says to whoever runs the service.</summary>
    public static Problem Of(ProblemException failure) => failure is OperatorFaultException own ? own.Fault : failure.Problems[0];

    /// <summary>What callers hear of a state.</summary>
    public static Problem ForCallers(Problem fault, string where)
    {
        if (fault.Kind == ServerProblems.StorageFull)
            return fault.Kind.At(where, "The service has no space left.");
        // A standby may become the primary, and a program that holds a file may end.
        var passes = fault.Blame == Blame.Network || fault.Kind == DatabaseProblems.ReadOnly || fault.Kind == DatabaseProblems.FileLocked;
        return (passes, where) switch
        {
            (true, "blobs") => ServerProblems.BlobsUnavailable.At(where, "The store of the service does not answer at the moment."),
            (true, _) => ServerProblems.DatabaseUnavailable.At(where, "The database does not answer at the moment."),
            _ => ServerProblems.OutOfOrder.At(where, $"{fault.Kind.Title} ({fault.Code})."),
        };
    }
}
