namespace Slipway.Formats.Dex.Verification;

/// <summary>Checks that the kind of a call is right for its target.</summary>
internal static class CallTargetRules
{
    public static void Check(InstructionFrame frame, InvokeKind kind, DexMethodReference method, DexMethod? target)
    {
        if (method.Name == "<clinit>" || (method.Name == "<init>") != (kind == InvokeKind.Direct && method.Name.StartsWith('<')))
        {
            frame.Error($"{method.Name} is not called this way");
            return;
        }

        if (frame.Hierarchy.Find(method.Owner) is { } owner)
            CheckOwner(frame, kind, method, owner);

        if (kind == InvokeKind.Super && frame.Hierarchy.Relate(method.Owner, frame.Scope.Owner.Type) == TypeRelation.No)
            frame.Error($"invoke-super to {method.Owner}, which is not above {frame.Scope.Owner.Type}");

        if (target is not null)
            CheckTarget(frame, kind, target);
    }

    private static void CheckOwner(InstructionFrame frame, InvokeKind kind, DexMethodReference method, TypeNode owner)
    {
        if (kind == InvokeKind.Interface && !owner.IsInterface)
            frame.LinkageError($"invoke-interface to {method.Owner}, which is a class");

        if (kind == InvokeKind.Virtual && owner.IsInterface)
            frame.LinkageError($"invoke-virtual to {method.Owner}, which is an interface");
    }

    private static void CheckTarget(InstructionFrame frame, InvokeKind kind, DexMethod target)
    {
        var name = $"{target.Reference.Owner}->{target.Reference.Name}";
        var isStatic = (target.Access & DexAccessFlags.Static) != 0;
        var isDirect = (target.Access & DexAccessFlags.Private) != 0 || target.Reference.Name == "<init>";
        if (isStatic != (kind == InvokeKind.Static))
        {
            frame.LinkageError($"{name} is {(isStatic ? "" : "not ")}static");
        }
        else if (kind != InvokeKind.Static && isDirect != (kind == InvokeKind.Direct))
        {
            var text = $"{name} is {(isDirect ? "private or a constructor: it takes" : "neither private nor a constructor: it does not take")} invoke-direct";
            if (target.Reference.Owner == frame.Scope.Owner.Type)
                frame.Error(text);
            else
                frame.LinkageError(text);
        }
        else if (kind is InvokeKind.Super or InvokeKind.Direct && (target.Access & DexAccessFlags.Abstract) != 0)
        {
            frame.Warn($"{name} is abstract");
        }

        if (!MemberAccess.Allows(frame.Scope.Owner.Type, target.Reference.Owner, target.Access))
            frame.LinkageError($"{name} is not accessible from here");
    }
}
