using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Desugaring.Backports;

/// <summary>java.util.Optional and its variants for primitive types.</summary>
internal static class OptionalBackports
{
    private const string Optional = "java/util/Optional";

    public static void AddTo(BackportTable table)
    {
        Add(table, Optional, "get", JvmType.Object, "java/util/function/Consumer", "java/util/stream/Stream");
        Add(table, "java/util/OptionalInt", "getAsInt", "I", "java/util/function/IntConsumer", "java/util/stream/IntStream");
        Add(table, "java/util/OptionalLong", "getAsLong", "J", "java/util/function/LongConsumer", "java/util/stream/LongStream");
        Add(table, "java/util/OptionalDouble", "getAsDouble", "D", "java/util/function/DoubleConsumer", "java/util/stream/DoubleStream");
        table.Virtual(33, Optional, "or", "(Ljava/util/function/Supplier;)Ljava/util/Optional;", Or);
    }

    private static void Add(BackportTable table, string owner, string getter, string type, string consumer, string stream)
    {
        table.Virtual(33, owner, "isEmpty", "()Z", c => c
            .ALoad(0).InvokeVirtual(owner, "isPresent", "()Z").Int(1).Op(JvmOpcode.Ixor).Return("I"));
        table.Virtual(33, owner, "orElseThrow", $"(){type}", c => c
            .ALoad(0).InvokeVirtual(owner, getter, $"(){type}").Return(type));
        table.Virtual(33, owner, "ifPresentOrElse", $"(L{consumer};Ljava/lang/Runnable;)V", c =>
        {
            var absent = new CodeLabel();
            c.ALoad(0).InvokeVirtual(owner, "isPresent", "()Z").Branch(JvmOpcode.Ifeq, absent)
                .ALoad(1).ALoad(0).InvokeVirtual(owner, getter, $"(){type}").InvokeInterface(consumer, "accept", $"({type})V").Return("V")
                .Place(absent).ALoad(2).InvokeInterface("java/lang/Runnable", "run", "()V").Return("V");
        });
        table.Virtual(33, owner, "stream", $"()L{stream};", c =>
        {
            var absent = new CodeLabel();
            c.ALoad(0).InvokeVirtual(owner, "isPresent", "()Z").Branch(JvmOpcode.Ifeq, absent)
                .ALoad(0).InvokeVirtual(owner, getter, $"(){type}")
                .Invoke(JvmOpcode.Invokestatic, new(stream, "of", $"({type})L{stream};", true)).Return(JvmType.Object)
                .Place(absent).Invoke(JvmOpcode.Invokestatic, new(stream, "empty", $"()L{stream};", true)).Return(JvmType.Object);
        });
    }

    private static void Or(CodeBuilder c)
    {
        var absent = new CodeLabel();
        c.ALoad(1).NotNull().Op(JvmOpcode.Pop)
            .ALoad(0).InvokeVirtual(Optional, "isPresent", "()Z").Branch(JvmOpcode.Ifeq, absent).ALoad(0).Return(JvmType.Object)
            .Place(absent).ALoad(1).InvokeInterface("java/util/function/Supplier", "get", "()Ljava/lang/Object;")
            .NotNull().Cast(Optional).Return(JvmType.Object);
    }
}
