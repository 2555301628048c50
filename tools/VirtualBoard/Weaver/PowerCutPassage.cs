using Mono.Cecil;
using Mono.Cecil.Cil;

namespace VirtualBoard.Weaving;

/// <summary>
/// Lets a power cut unwind a firmware thread: catch-alls do not see it, and <c>finally</c> blocks do not run, because a
/// board without power closes no file.
/// </summary>
/// <param name="powerCut">The exception that ends the threads of a board.</param>
/// <param name="isUnwinding">Static getter: the calling thread is being ended by a power cut.</param>
internal sealed class PowerCutPassage(TypeReference powerCut, MethodReference isUnwinding)
{
    public void Apply(MethodBody body)
    {
        foreach (var handler in body.ExceptionHandlers.ToArray())
        {
            if (handler.HandlerType == ExceptionHandlerType.Finally)
                SkipFinally(body, handler);
            else if (handler.HandlerType == ExceptionHandlerType.Filter)
                GuardFilter(body, handler);
            else if (handler.HandlerType == ExceptionHandlerType.Catch && CatchesAll(handler.CatchType))
                AddFilter(body, handler);
        }
    }

    private static bool CatchesAll(TypeReference type) => type.FullName is "System.Exception" or "System.Object";

    /// <summary>catch (Exception e) becomes catch (Exception e) when (e is not PowerCutException).</summary>
    private void AddFilter(MethodBody body, ExceptionHandler handler)
    {
        var il = body.GetILProcessor();
        var start = handler.HandlerStart;
        var filter = il.Create(OpCodes.Isinst, powerCut);
        il.InsertBefore(start, filter);
        il.InsertBefore(start, il.Create(OpCodes.Ldnull));
        il.InsertBefore(start, il.Create(OpCodes.Ceq));
        il.InsertBefore(start, il.Create(OpCodes.Endfilter));

        // Behind a filter the exception is on the stack as an object.
        var typed = il.Create(OpCodes.Castclass, handler.CatchType);
        il.InsertBefore(start, typed);

        MoveEnds(body, start, filter);
        handler.HandlerType = ExceptionHandlerType.Filter;
        handler.FilterStart = filter;
        handler.HandlerStart = typed;
        handler.CatchType = null;
    }

    private void GuardFilter(MethodBody body, ExceptionHandler handler)
    {
        var il = body.GetILProcessor();
        var start = handler.FilterStart;
        var end = handler.HandlerStart.Previous;
        var guard = il.Create(OpCodes.Dup);
        il.InsertBefore(start, guard);
        il.InsertBefore(start, il.Create(OpCodes.Isinst, powerCut));
        il.InsertBefore(start, il.Create(OpCodes.Brfalse, start));
        il.InsertBefore(start, il.Create(OpCodes.Pop));
        il.InsertBefore(start, il.Create(OpCodes.Ldc_I4_0));
        il.InsertBefore(start, il.Create(OpCodes.Br, end));
        MoveEnds(body, start, guard);
        handler.FilterStart = guard;
    }

    private void SkipFinally(MethodBody body, ExceptionHandler handler)
    {
        var il = body.GetILProcessor();
        var start = handler.HandlerStart;
        var check = il.Create(OpCodes.Call, isUnwinding);
        il.InsertBefore(start, check);
        il.InsertBefore(start, il.Create(OpCodes.Brfalse, start));
        il.InsertBefore(start, il.Create(OpCodes.Endfinally));
        MoveEnds(body, start, check);
        handler.HandlerStart = check;
    }

    /// <summary>What ended where a block began ends where the code put before it begins now.</summary>
    private static void MoveEnds(MethodBody body, Instruction from, Instruction to)
    {
        foreach (var handler in body.ExceptionHandlers)
        {
            if (handler.TryEnd == from)
                handler.TryEnd = to;
            if (handler.HandlerEnd == from)
                handler.HandlerEnd = to;
        }
    }
}
