namespace Slipway.Formats.Tests.Dex.Verification;

/// <summary>Rules on the flow of control and on counts of registers.</summary>
internal static class FlowCases
{
    public static readonly VerifierCase[] All =
    [
        new("Control does not fall off the end", "falls off the end", "public static f()V",
            "!nop", "nop\nreturn-void"),
        new("A condition does not end a method", "falls off the end", "public static f(I)V",
            ":loop\nnop\n!if-eqz p0, :loop", ":loop\nnop\nif-eqz p0, :loop\nreturn-void"),
        new("A result follows its call", "does not follow a call", "public static f()V",
            "invoke-static {}, LTarget;->number()I\nnop\n!move-result v0\nreturn-void", "invoke-static {}, LTarget;->number()I\nmove-result v0\nnop\nreturn-void"),
        new("A result is not branched to", "without its call", "public static f(I)V",
            "if-eqz p0, :middle\ninvoke-static {}, LTarget;->number()I\n:middle\n!move-result v0\nreturn-void",
            "if-eqz p0, :start\n:start\ninvoke-static {}, LTarget;->number()I\nmove-result v0\nreturn-void"),
        new("A method does not start with a result", "does not follow a call", "public static f()V",
            "!move-result v0\nreturn-void", "nop\nreturn-void"),
        new("An exception is taken in a handler", "without an exception", "public static f()V",
            "!move-exception v0\nreturn-void", "nop\nreturn-void"),
        new("A handler is not fallen into", "without an exception", "public static f()V",
            ":a\nconst-string v0, \"a\"\n:b\n.catchall {:a .. :b} :h\n:h\n!move-exception v0\nreturn-void",
            ":a\nconst-string v0, \"a\"\n:b\n.catchall {:a .. :b} :h\nreturn-void\n:h\nmove-exception v0\nreturn-void"),
        new("A handler that takes its exception is not branched to", "without an exception", "public static f(I)V",
            "if-eqz p0, :h\n:a\nconst-string v0, \"a\"\n:b\n.catchall {:a .. :b} :h\nreturn-void\n:h\n!move-exception v0\nreturn-void",
            ":a\nconst-string v0, \"a\"\n:b\n.catchall {:a .. :b} :h\nreturn-void\n:h\nmove-exception v0\nreturn-void"),
        new("An exception is taken first", "without an exception", "public static f()V",
            ":a\nconst-string v0, \"a\"\n:b\n.catchall {:a .. :b} :h\nreturn-void\n:h\nnop\n!move-exception v0\nreturn-void",
            ":a\nconst-string v0, \"a\"\n:b\n.catchall {:a .. :b} :h\nreturn-void\n:h\nmove-exception v0\nnop\nreturn-void"),
        new("A return gives what the method returns", "this instruction returns another type", "public static f()I",
            "!return-void", "const/4 v0, 0\nreturn v0"),
        new("A method of nothing returns nothing", "this instruction returns another type", "public static f()V",
            "const/4 v0, 0\n!return v0", "return-void"),
        new("A wide return gives a pair", "this instruction returns another type", "public static f()J",
            "const/4 v0, 0\n!return v0", "const-wide/16 v0, 0\nreturn-wide v0"),
        new("A returned object is of the returned type", "where LTarget; is needed", "public static f(LLeft;)LTarget;",
            "!return-object p0", "const/4 v0, 0\nreturn-object v0"),
        new("Registers are within the frame", "is beyond the 2 registers", null,
            ".method public static f()V\n.registers 2\n!const/4 v2, 1\nreturn-void\n.end method", ".method public static f()V\n.registers 3\nconst/4 v2, 1\nreturn-void\n.end method"),
        new("A pair is within the frame", "is beyond the 2 registers", null,
            ".method public static f()V\n.registers 2\n!const-wide/16 v1, 1\nreturn-void\n.end method", ".method public static f()V\n.registers 3\nconst-wide/16 v1, 1\nreturn-void\n.end method"),
        new("Registers are within the frame even in dead code", "is beyond the 1 registers", null,
            ".method public static f()V\n.registers 1\nreturn-void\n!const/4 v2, 1\nreturn-void\n.end method", ".method public static f()V\n.registers 3\nreturn-void\nconst/4 v2, 1\nreturn-void\n.end method"),
    ];
}
